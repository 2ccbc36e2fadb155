//! Link previews: the picture that other sites show beside a link.

pub mod card;
#[cfg(test)]
mod tests;
pub mod view;
pub mod words;
