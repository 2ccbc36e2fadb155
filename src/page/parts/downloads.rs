//! The data files of the site: which there are, and where they stand. What is in them is `data`'s.

use crate::address::{DataFile, Format};
use crate::index::PortalIndex;
use crate::portal::{IndicatorIndex, PlaceIndex, Portal};

/// The way to the data of what a page is about, in both formats.
#[derive(Debug, serde::Serialize)]
pub struct Downloads {
    pub csv: String,
    pub json: String,
}

impl Downloads {
    fn new(portal: &Portal, file: impl Fn(Format) -> DataFile, path: &str) -> Downloads {
        let [csv, json] =
            Format::BOTH.map(|format| crate::address::relative(path, &file(format).path(portal)));
        Downloads { csv, json }
    }

    pub fn of_indicator(
        portal: &Portal,
        index: &PortalIndex,
        indicator: IndicatorIndex,
        path: &str,
    ) -> Option<Downloads> {
        (!index.of_indicator(indicator).is_empty())
            .then(|| Downloads::new(portal, |format| DataFile::Indicator(indicator, format), path))
    }

    pub fn of_place(
        portal: &Portal,
        index: &PortalIndex,
        place: PlaceIndex,
        path: &str,
    ) -> Option<Downloads> {
        (!index.of_place(place).is_empty())
            .then(|| Downloads::new(portal, |format| DataFile::Place(place, format), path))
    }
}
