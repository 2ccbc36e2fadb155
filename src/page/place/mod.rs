//! The pages of places and the lists of places and plans.

pub mod glance;
pub mod list;
pub mod view;
