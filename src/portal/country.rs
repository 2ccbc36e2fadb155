//! The country as a grid of tiles: which provinces there are on a day, and about where each lies.

use super::PlaceIndex;
use crate::language::{Localized, date::Date};

/// A list of provinces with the day from which it holds. Provinces merge; so this is content, not
/// code.
#[derive(Clone, Debug)]
pub struct Country {
    pub date: Date,
    pub tiles: Vec<CountryTile>,
    pub archipelagos: Vec<Archipelago>,
}

/// A province on the grid; columns and rows count from 0, west to east and north to south.
#[derive(Clone, Debug)]
pub struct CountryTile {
    /// Where the portal has the province.
    pub place: Option<PlaceIndex>,
    pub name: Localized,
    /// What stands in the tile.
    pub label: Localized,
    pub column: u16,
    pub row: u16,
}

/// Islands off the coast, named on every map of the country; as high as two tiles.
#[derive(Clone, Debug)]
pub struct Archipelago {
    pub name: Localized,
    /// The province that they belong to.
    pub province: Localized,
    pub column: u16,
    pub row: u16,
}
