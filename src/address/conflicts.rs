//! On which page a contradiction is shown: the page of all, or that of its place where one page
//! cannot hold all.

use std::collections::BTreeSet;

use super::anchor::conflict_anchor;
use super::route::Page;
use crate::compare::Conflict;
use crate::index::PortalIndex;
use crate::portal::{PlaceIndex, Portal};

/// A longer list counts by province, and each place has a page with its own.
pub const LONGEST: usize = 100;

/// Whether the conflicts inside plans, or those between plans, are too many for one page.
pub fn is_long(index: &PortalIndex, in_one_plan: bool) -> bool {
    index.conflicts().iter().filter(|conflict| conflict.in_one_plan == in_one_plan).count()
        > LONGEST
}

/// The places whose conflicts stand on a page of their own: where a list is too long, all that have
/// any, and their provinces.
pub fn places_with_conflicts(portal: &Portal, index: &PortalIndex) -> BTreeSet<PlaceIndex> {
    if !is_long(index, true) && !is_long(index, false) {
        return BTreeSet::new();
    }
    let places = index.conflicts().iter().map(|conflict| place_of(portal, conflict));
    places.flat_map(|place| [Some(place), portal.place(place).parent]).flatten().collect()
}

pub fn place_of(portal: &Portal, conflict: &Conflict) -> PlaceIndex {
    portal.statement(conflict.first).place
}

/// Every pair with its page and its anchor there.
pub fn listed_conflicts<'index>(
    portal: &'index Portal,
    index: &'index PortalIndex,
) -> impl Iterator<Item = (Page, String, &'index Conflict)> {
    let long = [false, true].map(|in_one_plan| is_long(index, in_one_plan));
    index.conflicts().iter().enumerate().map(move |(number, conflict)| {
        let page = if long[usize::from(conflict.in_one_plan)] {
            Page::ConflictsAt(place_of(portal, conflict))
        } else {
            Page::Conflicts
        };
        (page, conflict_anchor(number), conflict)
    })
}
