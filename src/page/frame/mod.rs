//! What surrounds the content of each page: head, navigation, structured data.

pub mod recency;
pub mod shell;
pub mod structured;
