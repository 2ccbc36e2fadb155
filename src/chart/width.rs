//! The two widths that charts are drawn for. A drawing is laid out for one of them; nothing is
//! stretched into the other.

use super::words::PIXEL;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// What a phone of 320 pixels leaves between its margins, so that text is never scaled below
    /// what can be read there.
    Narrow,
    /// What a tablet, a sheet of A4 and a desk have room for.
    Wide,
}

impl Width {
    /// In tenths of a pixel.
    pub(super) const fn units(self) -> i32 {
        match self {
            Width::Narrow => 288 * PIXEL,
            Width::Wide => 640 * PIXEL,
        }
    }

    /// A measure that is not the same at both.
    pub(super) const fn of(self, narrow: i32, wide: i32) -> i32 {
        match self {
            Width::Narrow => narrow,
            Width::Wide => wide,
        }
    }
}
