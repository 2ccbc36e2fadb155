//! Due and unreported: what should have been reported by now and was not, and what falls due within
//! a year.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::index::PortalIndex;
use crate::language::{Language, date::Date};
use crate::page::parts::day::Day;
use crate::page::parts::progress::due_day;
use crate::page::parts::row::{Row, row};
use crate::portal::{PlaceIndex, Portal, StatementIndex};
use crate::status::{Due, first_day};

#[derive(Debug, Serialize)]
pub struct DueView<'portal> {
    pub as_of: Day,
    /// The day to which the coming year runs.
    pub until: Day,
    pub unreported: DueList<'portal>,
    pub coming: DueList<'portal>,
}

#[derive(Debug, Serialize)]
pub struct DueList<'portal> {
    pub count: usize,
    pub places: Vec<DuePlace<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct DuePlace<'portal> {
    pub name: &'portal str,
    pub full_name: &'portal str,
    /// The province of a commune.
    pub parent: Option<&'portal str>,
    pub href: String,
    pub count: usize,
    /// Empty in a list that is too long for one page: the places' own pages have them all.
    pub rows: Vec<DueRow<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct DueRow<'portal> {
    pub day: String,
    pub row: Row<'portal>,
}

/// A longer list names the provinces with their counts alone, so that the page stays small.
const LONGEST: usize = 400;

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> DueView<'portal> {
    let as_of = first_day(portal.as_of);
    let due = |days: &[StatementIndex], day: &dyn Fn(StatementIndex) -> Option<Due>| {
        let with_day: Vec<(StatementIndex, Due)> =
            days.iter().filter_map(|&position| Some((position, day(position)?))).collect();
        list(portal, index, with_day, language, path)
    };
    DueView {
        as_of: Day::new(portal.as_of, language),
        until: Day::new(Date { year: as_of.year + 1, ..as_of }, language),
        unreported: without_standing(due(index.unreported(), &|position| {
            index.assessment(position)?.unreported()
        })),
        coming: due(index.coming(), &|position| {
            index.assessment(position)?.due_within_a_year(portal.as_of)
        }),
    }
}

/// The heading says of all rows what their statuses would repeat.
fn without_standing(mut list: DueList<'_>) -> DueList<'_> {
    for line in list.places.iter_mut().flat_map(|place| &mut place.rows) {
        line.row.standing = None;
    }
    list
}

fn list<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    due: Vec<(StatementIndex, Due)>,
    language: Language,
    path: &str,
) -> DueList<'portal> {
    let count = due.len();
    let is_long = count > LONGEST;
    let mut by_place: BTreeMap<PlaceIndex, Vec<(StatementIndex, Due)>> = BTreeMap::new();
    for (position, day) in due {
        let place = portal.statement(position).place;
        let place = if is_long { portal.place(place).parent.unwrap_or(place) } else { place };
        by_place.entry(place).or_default().push((position, day));
    }
    let mut places: Vec<_> = by_place.into_iter().collect();
    // A commune stands after its province.
    places.sort_by_key(|&(place, _)| {
        let parent = portal.place(place).parent;
        (
            index.place_rank(parent.unwrap_or(place), language),
            parent.is_some(),
            index.place_rank(place, language),
        )
    });
    let place_view = |(place, mut due): (PlaceIndex, Vec<(StatementIndex, Due)>)| {
        due.sort_by_key(|&(position, day)| (day.day, position));
        let about = portal.place(place);
        DuePlace {
            name: about.name.get(language),
            full_name: about.full_name.get(language),
            parent: about.parent.map(|parent| portal.place(parent).name.get(language).as_str()),
            href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
            count: due.len(),
            rows: if is_long {
                Vec::new()
            } else {
                due.into_iter().map(|due| due_row(portal, index, due, language, path)).collect()
            },
        }
    };
    DueList { count, places: places.into_iter().map(place_view).collect() }
}

fn due_row<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    (position, due): (StatementIndex, Due),
    language: Language,
    path: &str,
) -> DueRow<'portal> {
    let mut row = row(portal, index, portal.statement(position), language, path);
    // What comes round every year has the status of the last time, which says nothing of this one.
    row.standing = row.standing.filter(|_| !due.yearly);
    DueRow { day: due_day(due, language), row }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{PlanStatus, sample};

    fn ids(portal: &Portal, list: &[StatementIndex]) -> Vec<String> {
        list.iter().map(|&position| portal.statement(position).id.clone()).collect()
    }

    #[test]
    fn what_has_passed_in_silence_is_due_and_what_was_reported_is_not() {
        let portal = sample::portal();
        let index = PortalIndex::new(&portal);
        // The nursery target of 2021-2025 has a result; the milestone beside it has none; a report
        // was due on 10 December 2025.
        assert_eq!(
            ids(&portal, index.unreported()),
            ["universal-preschool-age-5-2025", "reporting-deadline"]
        );
        assert_eq!(ids(&portal, index.coming()), ["reporting-deadline"], "10 December 2026");
        let view = view(&portal, &index, Language::En, "en/due.html");
        assert_eq!((view.unreported.count, view.coming.count), (2, 1));
        let place = &view.unreported.places[0];
        assert_eq!(
            (place.name, place.count, place.href.as_str()),
            ("Lang Son", 2, "places/lang-son.html")
        );
        let days: Vec<&str> = place.rows.iter().map(|row| row.day.as_str()).collect();
        assert_eq!(days, ["before 10 December 2025", "31 Dec 2025"]);
        assert_eq!(view.until.iso, "2027-11-22");
        assert!(
            view.coming.places[0].rows[0].row.standing.is_none(),
            "the status of the last time says nothing of the next"
        );
    }

    #[test]
    fn what_a_superseded_plan_promised_is_not_due() {
        let mut portal = sample::portal();
        for plan in &mut portal.plans {
            plan.status = PlanStatus::Superseded;
        }
        let index = PortalIndex::new(&portal);
        assert!(index.unreported().is_empty() && index.coming().is_empty());
    }

    #[test]
    fn what_a_plan_in_force_has_dropped_is_not_due() {
        let mut portal = sample::portal();
        let due = |portal: &Portal| PortalIndex::new(portal).unreported().to_vec();
        let first = due(&portal)[0];
        let reason = crate::language::Localized::text("Đã xong.", "Done.");
        portal.plans[1].dropped.push(crate::portal::Dropped { target: first, reason });
        assert!(!due(&portal).contains(&first));
        portal.plans[1].status = PlanStatus::Draft;
        assert!(due(&portal).contains(&first), "a draft drops nothing yet");
    }

    #[test]
    fn a_long_list_names_provinces_only() {
        let mut portal = sample::portal();
        let position = portal
            .statements
            .iter()
            .position(|statement| statement.id == "universal-preschool-age-5-2025")
            .expect("the milestone");
        for number in 0..=LONGEST {
            let mut another = portal.statements[position].clone();
            another.id = format!("milestone-{number}");
            another.place = PlaceIndex(1);
            portal.statements.push(another);
        }
        let index = PortalIndex::new(&portal);
        let places = view(&portal, &index, Language::En, "en/due.html").unreported.places;
        assert_eq!(
            places.iter().map(|place| (place.name, place.rows.len())).collect::<Vec<_>>(),
            [("Lang Son", 0)]
        );
        assert_eq!(places[0].count, LONGEST + 3);
    }
}
