//! The program's own shores, strings and detours.

#[path = "../../../../../src/network/sea/cap.rs"]
pub mod cap;
#[path = "../../../../../src/network/sea/caps.rs"]
pub mod caps;
#[path = "../../../../../src/network/sea/crossing.rs"]
pub mod crossing;
#[path = "../../../../../src/network/sea/detour.rs"]
pub mod detour;
#[path = "../../../../../src/network/sea/near.rs"]
pub mod near;
#[path = "../../../../../src/network/sea/passage.rs"]
pub mod passage;
#[path = "../../../../../src/network/sea/patch.rs"]
pub mod patch;
#[path = "../../../../../src/network/sea/shore.rs"]
pub mod shore;
#[path = "../../../../../src/network/sea/sorting.rs"]
pub mod sorting;
#[path = "../../../../../src/network/sea/string.rs"]
pub mod string;
#[path = "../../../../../src/network/sea/tile.rs"]
pub mod tile;
#[path = "../../../../../src/network/sea/triangle.rs"]
pub mod triangle;
#[path = "../../../../../src/network/sea/vector.rs"]
pub mod vector;
