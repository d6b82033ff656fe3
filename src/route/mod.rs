//! What was reported: the route file, parsed. Holds no computed value.
