//! HTML made in Rust: escaped text, attributes, marked words and footnotes.

pub mod footnote;
pub mod marked_words;
pub mod markup;
