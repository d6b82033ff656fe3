//! The graphs that legs are routed on.

pub mod rail;
