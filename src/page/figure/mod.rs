//! Charts as pages show them, with caption, source and a file of their own.

pub mod bars;
pub mod captioned;
pub mod path;
pub mod scale;
pub mod source;
