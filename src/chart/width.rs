//! The width that a chart is drawn for. A drawing is laid out for it; nothing is stretched.

use super::words::PIXEL;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// A little less than a narrow phone leaves, so that text is never scaled below what can be read there.
    Narrow,
}

impl Width {
    /// In tenths of a pixel.
    pub(super) const fn units(self) -> i32 {
        match self {
            Width::Narrow => 320 * PIXEL,
        }
    }
}
