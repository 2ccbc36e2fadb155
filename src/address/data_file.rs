//! The data files of the site: which there are, and where they are. What is in them is `data`'s.

use crate::index::PortalIndex;
use crate::portal::{IndicatorIndex, PlaceIndex, Portal};

/// A data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// Every statement of the portal.
    Targets(Format),
    /// The same table for a double click: Excel takes a file without a byte-order mark for one
    /// without Vietnamese letters.
    TargetsForExcel,
    /// The statements on an indicator, of all places.
    Indicator(IndicatorIndex, Format),
    /// The statements of a place itself.
    Place(PlaceIndex, Format),
    /// The evidence report.
    Evidence,
    /// The description of the others: a Frictionless data package.
    Package,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Csv,
    Json,
}

impl Format {
    pub const BOTH: [Format; 2] = [Format::Csv, Format::Json];

    fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }
}

impl DataFile {
    /// From the site's root.
    pub fn path(self, portal: &Portal) -> String {
        match self {
            DataFile::Targets(format) => format!("data/targets.{}", format.ending()),
            DataFile::TargetsForExcel => "data/targets-excel.csv".to_owned(),
            DataFile::Indicator(indicator, format) => {
                format!("data/indicators/{}.{}", portal.indicator(indicator).id, format.ending())
            }
            DataFile::Place(place, format) => {
                format!("data/places/{}.{}", portal.place_path(place), format.ending())
            }
            DataFile::Evidence => "data/evidence.json".to_owned(),
            DataFile::Package => "data/datapackage.json".to_owned(),
        }
    }
}

/// Every data file. An indicator or a place of which nothing is said has none.
pub fn data_files(portal: &Portal, index: &PortalIndex) -> Vec<DataFile> {
    let whole = [
        DataFile::Targets(Format::Csv),
        DataFile::TargetsForExcel,
        DataFile::Targets(Format::Json),
        DataFile::Evidence,
        DataFile::Package,
    ];
    let indicators = (0..portal.indicators.len())
        .map(IndicatorIndex)
        .filter(|&indicator| !index.of_indicator(indicator).is_empty());
    let places =
        (0..portal.places.len()).map(PlaceIndex).filter(|&place| !index.of_place(place).is_empty());
    let indicators = indicators
        .flat_map(|indicator| Format::BOTH.map(|format| DataFile::Indicator(indicator, format)));
    let places = places.flat_map(|place| Format::BOTH.map(|format| DataFile::Place(place, format)));
    whole.into_iter().chain(indicators).chain(places).collect()
}
