//! The path of a target through time.

use super::frame::{Caption, nothing};
use super::{Chart, PathChart};

/// Draws the chart. Without points it says that there are no figures.
pub fn draw(chart: &PathChart) -> Chart {
    nothing(Caption::from(chart))
}
