//! The pages of indicators: all places, one province, one place.

pub mod about;
pub mod all_places;
pub mod at_place;
pub mod country;
pub mod elsewhere;
pub mod in_province;
pub mod list;
