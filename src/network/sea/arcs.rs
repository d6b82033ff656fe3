//! The ways out of the graph's nodes, decoded when they are first asked for: a short track needs few of them.
//!
//! Nodes come in blocks of [`BLOCK`]. The file tells each way once, at its node of the lower number; a block knows which
//! blocks before it have ways that lead into it.

use std::sync::OnceLock;

use super::vector::{Vector, arc_km, chord_km};
use crate::world::encoding::{Reader, unzigzag};

/// So many nodes are decoded together.
const BLOCK: usize = 64;
const UNITS_PER_KM: f64 = 20.0;
const STRAIGHT: u8 = 0x80;

/// A way from one node to another.
#[derive(Clone, Copy)]
pub struct Arc {
    pub length_km: f32,
    pub to: u16,
    /// Which set of passages it uses; plus [`STRAIGHT`].
    set: u8,
    /// The number of the other node's reach.
    pub reach: u8,
}

impl Arc {
    /// Whether the straight line is free of land, which is else walked around.
    pub fn is_straight(self) -> bool {
        self.set & STRAIGHT != 0
    }
}

/// What is known of the nodes.
#[derive(Clone, Copy)]
pub struct Nodes<'a> {
    /// About where each lies.
    pub vectors: &'a [Vector],
    /// The number of each one's reach.
    pub reaches: &'a [u8],
}

/// All ways.
pub struct Arcs {
    /// Sets of passages, by their bits; the first is empty.
    sets: Vec<u32>,
    bytes: &'static [u8],
    blocks: Vec<Block>,
}

struct Block {
    /// Where its ways begin among the bytes.
    start: usize,
    /// The blocks before it that have ways into it.
    before: Vec<u16>,
    up: OnceLock<Ways>,
    down: OnceLock<Ways>,
}

/// The ways out of the nodes of a block, either those to nodes of a higher number or those to nodes of a lower one.
struct Ways {
    arcs: Vec<Arc>,
    /// By node of the block, where its ways begin; at the end, how many there are.
    starts: Vec<u32>,
    /// The numbers of ways up, in the order of the blocks that they lead to.
    by_block: Vec<u16>,
}

impl Ways {
    fn of(&self, node: usize) -> &[Arc] {
        let at = node % BLOCK;
        &self.arcs[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

impl Arcs {
    /// Reads the sets of passages and where blocks of `count` nodes lie.
    pub fn read(mut reader: Reader<'static>, count: usize) -> Self {
        let sets = reader.varint();
        let sets = std::iter::once(0).chain((0..sets).map(|_| reader.varint() as u32)).collect();
        let mut start = 0;
        let mut blocks = Vec::with_capacity(count.div_ceil(BLOCK));
        for _ in 0..count.div_ceil(BLOCK) {
            let length = reader.varint();
            let mut last = 0;
            let before = (0..reader.varint()).map(|_| {
                last += reader.varint();
                last as u16
            });
            blocks.push(Block { start, before: before.collect(), up: OnceLock::new(), down: OnceLock::new() });
            start += length;
        }
        Self { sets, bytes: reader.rest(), blocks }
    }

    /// The ways out of a node.
    pub fn of(&self, node: usize, nodes: Nodes) -> impl Iterator<Item = Arc> {
        let (block, number) = (&self.blocks[node / BLOCK], node / BLOCK);
        let up = self.up(number, nodes).of(node);
        let down = block.down.get_or_init(|| self.down(number, nodes)).of(node);
        up.iter().chain(down).copied()
    }

    /// The bits of the passages that a way uses.
    pub fn passages(&self, arc: Arc) -> u32 {
        self.sets[usize::from(arc.set & !STRAIGHT)]
    }

    fn up(&self, number: usize, nodes: Nodes) -> &Ways {
        let block = &self.blocks[number];
        block.up.get_or_init(|| {
            let mut reader = Reader::new(&self.bytes[block.start..]);
            let (mut arcs, mut starts) = (Vec::with_capacity(16 * BLOCK), vec![0]);
            for from in range(number, nodes) {
                let mut to = from;
                for _ in 0..reader.varint() {
                    to += reader.varint();
                    let number = reader.varint();
                    let set = if number & 2 == 0 { 0 } else { reader.varint() as u8 };
                    let straight = if number & 1 == 1 { STRAIGHT } else { 0 };
                    let straight_km = arc_km(chord_km(nodes.vectors[from], nodes.vectors[to]));
                    let length_km = (straight_km + f64::from(unzigzag(number as u32 >> 2)) / UNITS_PER_KM) as f32;
                    arcs.push(Arc { length_km, to: to as u16, set: set | straight, reach: nodes.reaches[to] });
                }
                starts.push(arcs.len() as u32);
            }
            let (_, by_block) = grouped(self.blocks.len(), arcs.iter().map(|arc| usize::from(arc.to) / BLOCK));
            Ways { arcs, starts, by_block }
        })
    }

    /// The ways up that lead into a block, turned around: for each node those from the lowest node first.
    fn down(&self, number: usize, nodes: Nodes) -> Ways {
        let own = range(number, nodes);
        let mut found: Vec<(u16, Arc)> = Vec::with_capacity(16 * BLOCK);
        let blocks = self.blocks[number].before.iter().map(|before| usize::from(*before));
        for block in blocks.chain(std::iter::once(number)) {
            let ways = self.up(block, nodes);
            let way = |i: &u16| ways.arcs[usize::from(*i)];
            let first = ways.by_block.partition_point(|i| usize::from(way(i).to) < own.start);
            for i in ways.by_block[first..].iter().take_while(|i| usize::from(way(i).to) < own.end) {
                let from = block * BLOCK + ways.starts.partition_point(|&start| start <= u32::from(*i)) - 1;
                found.push((way(i).to, Arc { to: from as u16, reach: nodes.reaches[from], ..way(i) }));
            }
        }
        let (starts, order) = grouped(own.len(), found.iter().map(|(to, _)| usize::from(*to) - own.start));
        let arcs = order.into_iter().map(|i| found[usize::from(i)].1).collect();
        Ways { arcs, starts, by_block: Vec::new() }
    }
}

/// Puts things in the order of their groups, of which there are so many, told one by one: where each group begins, at the end
/// how many things there are, and their numbers.
pub fn grouped(groups: usize, group_of: impl Iterator<Item = usize> + Clone) -> (Vec<u32>, Vec<u16>) {
    let mut starts = vec![0; groups + 1];
    for group in group_of.clone() {
        starts[group + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut next = starts.clone();
    let mut order = vec![0; starts[groups] as usize];
    for (number, group) in group_of.enumerate() {
        order[next[group] as usize] = number as u16;
        next[group] += 1;
    }
    (starts, order)
}

/// The nodes of a block.
fn range(block: usize, nodes: Nodes) -> std::ops::Range<usize> {
    block * BLOCK..((block + 1) * BLOCK).min(nodes.vectors.len())
}
