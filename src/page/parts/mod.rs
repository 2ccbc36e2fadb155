//! What several pages show: rows of statements, links, days, status, quotes, corrections.

pub mod correction;
pub mod day;
pub mod downloads;
pub mod link;
pub mod newest;
pub mod progress;
pub mod report_link;
pub mod row;
