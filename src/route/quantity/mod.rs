//! Text as people write it into quantities: one file, and one function, per kind.
//!
//! Every function takes the whole text of a value and says what is wrong with it as a [`Wrong`](super::Wrong).

mod amount;
mod capacity;
mod count;
mod country;
mod date;
mod days;
mod degrees;
mod figure;
mod length;
mod size;
mod speed;
mod window;

pub use amount::{Amount, parse_amount};
pub use capacity::parse_capacity;
pub use count::parse_count;
pub use country::parse_country;
pub use date::parse_date;
pub use days::parse_days;
pub use degrees::parse_degrees;
pub use figure::parse_figure;
pub use length::parse_length;
pub use size::{PRESETS, parse_size, scaled};
pub use speed::parse_speed;
pub use window::parse_window;
