#![allow(dead_code)]
use portolan::{geodesy, world};

mod candidates;
mod corners;
mod sea;
mod reach;
mod spanner;
mod write;

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

use sea::detour::{Limit, about_length_km, detour};
use sea::passage::{Passage, gates_between};
use sea::string::Stop;
use sea::vector::about_km;
use candidates::{Candidate, candidates, corners as all_corners};

fn main() {
    let t = Instant::now();
    let shore = sea::shore::Shore::get();
    let args: Vec<f64> = std::env::args().skip(2).map(|a| a.parse().unwrap()).collect();
    let corners = all_corners(shore, [args[0], args[1], args[2]]);
    let count = |l| corners.iter().filter(|c| c.level >= l).count();
    eprintln!("{:?}: {} {} {} corners", t.elapsed(), count(0), count(1), count(2));
    let next = AtomicUsize::new(0);
    let mut found: Vec<Candidate> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let mut found = Vec::new();
                    loop {
                        let from = next.fetch_add(1, Relaxed);
                        if from >= corners.len() {
                            return found;
                        }
                        if from % 2000 == 0 {
                            eprintln!("{:?} {from}", t.elapsed());
                        }
                        candidates(shore, &corners, from, &mut found);
                    }
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    found.sort_by(|a, b| a.length_km.total_cmp(&b.length_km).then((a.from, a.to).cmp(&(b.from, b.to))));
    eprintln!("{:?}: {} candidates, {} straight", t.elapsed(), found.len(), found.iter().filter(|c| c.straight).count());
    let stretch = args[3];
    let mut graph = spanner::Spanner::new(corners.iter().map(|c| c.stop.v).collect());
    let mut kept = Vec::new();
    for (i, c) in found.iter().enumerate() {
        if i % 200000 == 0 {
            eprintln!("{:?} {i} {:.0} km, {} kept", t.elapsed(), c.length_km, kept.len());
        }
        if !graph.reaches(c.from, c.to, c.length_km * (1.0 + stretch)) {
            graph.add(c.from, c.to, c.length_km);
            kept.push(*c);
        }
    }
    eprintln!("{:?}: {} kept, {} straight", t.elapsed(), kept.len(), kept.iter().filter(|c| c.straight).count());
    std::fs::write(std::env::args().nth(1).unwrap(), finish(shore, &corners, &kept)).unwrap();
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
    let is_caspian = |c: &candidates::Corner| (46.0..55.0).contains(&c.stop.at.x) && (36.0..48.0).contains(&c.stop.at.y);
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
    eprintln!("ocean {} caspian {}", roots.iter().filter(|&&r| r == ocean).count(), roots.iter().filter(|&&r| r == caspian).count());
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
            eprintln!("{canal} {at:?}: {joined} joined");
            next += 1;
        }
        let length_km = channel.windows(2).map(|p| geodesy::distance_km(p[0].into(), p[1].into())).sum();
        channels.push(write::Edge { from: next - 2, to: next - 1, length_km, straight: false, passages: canal.bit() });
    }
    edges.extend(channels);
    eprintln!("{} nodes, {} edges, {} with gates", nodes.len(), edges.len(), edges.iter().filter(|e| e.passages != 0).count());
    for p in Passage::ALL {
        eprintln!("{p}: {}", edges.iter().filter(|e| e.passages & p.bit() != 0).count());
    }
    let reaches = reach::reaches(next as usize, &edges);
    let out = write::encode(&nodes, &reaches, edges);
    eprintln!("{} bytes", out.len());
    out
}
