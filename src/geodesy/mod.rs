//! Measuring on the WGS84 ellipsoid. Positions are `geo::Point`, x the longitude and y the latitude in degrees.
