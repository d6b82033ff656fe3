//! Makes data/world/sea.shores and sea.graph: sea-graph FOLDER. Started by make.sh; takes some minutes.
//!
//! `tiles` says where the shores lie.
//!
//! Capes are the convex corners of simplified shores, at three scales. Those that a taut string may run between are joined,
//! the shortest first, where what is already joined makes a way more than a thousandth longer. `src/network/sea` looks at
//! the true shores again, so that what is left out here costs a track at most that, and never leads it over land.
#![allow(dead_code, reason = "modules shared with the program")]

use portolan::geodesy;

mod candidates;
mod corners;
mod reach;
mod sea;
mod spanner;
mod tiles;
mod world;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use candidates::{Candidate, Corner, candidates, corners as all_corners};
use sea::detour::{Limit, about_length_km, detour};
use sea::passage::{Passage, gates_between};
use sea::shore::Shore;
use sea::string::Stop;
use sea::vector::about_km;
use world::Shape;

/// Shores are simplified to within so many kilometres.
const TOLERANCES_KM: [f64; 3] = [4.0, 16.0, 50.0];
/// An edge is left out if others make up for it with a way so much longer.
const STRETCH: f64 = 0.001;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: sea-graph FOLDER");
        return ExitCode::from(2);
    };
    let land = world::land(world::Scale::M10, &[world::everywhere()]);
    let shores = tiles::encode(&land);
    let shore = Shore::read(&shores, land.into_iter().map(Shape::from).collect());
    let graph = graph(&shore);
    for (name, bytes) in [("sea.shores", shores), ("sea.graph", graph)] {
        let path = folder.join(name);
        if let Err(error) = std::fs::write(&path, bytes) {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(3);
        }
    }
    ExitCode::SUCCESS
}

fn graph(shore: &Shore) -> Vec<u8> {
    let corners = all_corners(shore, TOLERANCES_KM);
    let mut found = all_candidates(shore, &corners);
    found.sort_by(|a, b| a.length_km.total_cmp(&b.length_km).then((a.from, a.to).cmp(&(b.from, b.to))));
    let mut graph = spanner::Spanner::new(corners.iter().map(|c| c.stop.v).collect());
    found.retain(|c| {
        let needed = !graph.makes_up_for(c, 1.0 + STRETCH);
        if needed {
            graph.add(c);
        }
        needed
    });
    finish(shore, &corners, &found)
}

fn all_candidates(shore: &Shore, corners: &[Corner]) -> Vec<Candidate> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        loop {
            let from = next.fetch_add(1, Relaxed);
            if from >= corners.len() {
                return found;
            }
            candidates(shore, corners, from, &mut found);
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a thread does not panic")).collect()
    })
}

/// Keeps what hangs together with the oceans or the Caspian, adds the canals, and writes the file.
fn finish(shore: &sea::shore::Shore, corners: &[candidates::Corner], kept: &[Candidate]) -> Vec<u8> {
    let mut part: Vec<usize> = (0..corners.len()).collect();
    fn root(part: &mut [usize], mut of: usize) -> usize {
        while part[of] != of {
            part[of] = part[part[of]];
            of = part[of];
        }
        of
    }
    for c in kept {
        let (a, b) = (root(&mut part, c.from as usize), root(&mut part, c.to as usize));
        part[a.max(b)] = a.min(b);
    }
    let roots: Vec<usize> = (0..corners.len()).map(|c| root(&mut part, c)).collect();
    let is_caspian =
        |c: &candidates::Corner| (46.0..55.0).contains(&c.stop.at.x) && (36.0..48.0).contains(&c.stop.at.y);
    let largest = |inland: bool| {
        let mut counts = vec![0u32; corners.len()];
        for (i, &r) in roots.iter().enumerate() {
            if is_caspian(&corners[i]) == inland {
                counts[r] += 1;
            }
        }
        (0..corners.len()).max_by_key(|&i| (counts[i], std::cmp::Reverse(i))).unwrap()
    };
    let (ocean, caspian) = (largest(false), largest(true));
    let mut numbers = vec![u32::MAX; corners.len()];
    let mut nodes = Vec::new();
    for (i, &r) in roots.iter().enumerate() {
        if r == ocean || r == caspian {
            numbers[i] = nodes.len() as u32;
            nodes.push((&corners[i], r == caspian));
        }
    }
    let mut edges = Vec::new();
    let mut add = |a: (u32, &Stop), b: (u32, &Stop), straight: bool| {
        let limit = Limit { shore_km: 300.0, shores: 40 };
        let track = if straight { vec![*a.1, *b.1] } else { detour(shore, *a.1, *b.1, limit).unwrap() };
        let passages = track.windows(2).fold(0, |set, pair| set | gates_between(pair[0].v, pair[1].v));
        let length_km = track.windows(2).map(|p| geodesy::distance_km(p[0].at.into(), p[1].at.into())).sum();
        edges.push(write::Edge { from: a.0, to: b.0, length_km, straight, passages });
    };
    for c in kept {
        let (a, b) = (numbers[c.from as usize], numbers[c.to as usize]);
        if a != u32::MAX {
            add((a, &corners[c.from as usize].stop), (b, &corners[c.to as usize].stop), c.straight);
        }
    }
    let mut next = nodes.len() as u32;
    let mut channels = Vec::new();
    for canal in Passage::ALL.into_iter().filter(|p| p.is_canal()) {
        let channel = canal.channel();
        for at in [channel[0], channel[channel.len() - 1]] {
            let mouth = Stop::fixed(at);
            let mut joined = 0;
            for (i, corner) in corners.iter().enumerate().filter(|(i, _)| roots[*i] == ocean) {
                let km = about_km(mouth.v, corner.stop.v);
                if km > 150.0 {
                    continue;
                }
                let limit = Limit { shore_km: 20.0, shores: 6 };
                let Some(track) = detour(shore, mouth, corner.stop, limit) else { continue };
                if about_length_km(&track) < 1.1 * km + 1.0 {
                    add((numbers[i], &corner.stop), (next, &mouth), track.len() == 2);
                    joined += 1;
                }
            }
            assert!(joined > 0, "{canal} ends on land at {at:?}");
            next += 1;
        }
        let length_km = channel.windows(2).map(|p| geodesy::distance_km(p[0].into(), p[1].into())).sum();
        channels.push(write::Edge { from: next - 2, to: next - 1, length_km, straight: false, passages: canal.bit() });
    }
    edges.extend(channels);
    let reaches = reach::reaches(next as usize, &edges);
    write::encode(&nodes, &reaches, edges)
}
