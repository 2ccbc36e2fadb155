//! An indicator over the country as a grid of tiles, where enough provinces have a target on the
//! very same thing.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::elsewhere::newest;
use crate::address::{Page, Route, relative};
use crate::chart::{self, Islands, Tile, TileChart, TileValue};
use crate::compare::{Comparable, comparable};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::page::figure::captioned::{Figure, can_be_drawn, figure};
use crate::page::figure::scale::latest_targets;
use crate::page::figure::source::{licence_line, source_line};
use crate::portal::{
    Country, IndicatorIndex, Measure, PlaceIndex, PlanStatus, Portal, Statement, status,
};
use crate::wording::{amount, breakdown, measure_name, period, period_of_target, said};

/// From how many provinces on the grid says something of the country.
const ENOUGH: usize = 10;

/// The latest targets of the provinces on the thing on which most of them have one: breakdown,
/// denominator, period.
pub fn grid(
    portal: &Portal,
    index: &PortalIndex,
    at: IndicatorIndex,
    language: Language,
    path: &str,
) -> Option<Figure> {
    let country = portal.country.as_ref()?;
    let on_grid: BTreeSet<PlaceIndex> =
        country.tiles.iter().filter_map(|tile| tile.place).collect();
    let provinces =
        index.places_in(at, None, language).iter().copied().filter(|place| on_grid.contains(place));
    let all: Vec<&Statement> = provinces
        .flat_map(|province| newest(portal, index, at, province))
        .filter(|statement| can_be_drawn(portal, statement))
        .collect();
    let mut by_subject: BTreeMap<Comparable, BTreeMap<PlaceIndex, &Statement>> = BTreeMap::new();
    for statement in latest_targets(portal, &all) {
        by_subject
            .entry(comparable(portal, statement))
            .or_default()
            .entry(statement.place)
            .or_insert(statement);
    }
    // Of equally many the first: the whole before its parts.
    let (_, values) = by_subject.into_iter().rev().max_by_key(|(_, values)| values.len())?;
    let first = *values.values().next()?;
    if values.len() < ENOUGH {
        return None;
    }
    let route = Route::Page(language, Page::Indicator(at));
    let chart_path = route.named_chart_path(portal, pick(language, "ca-nuoc", "country"));
    let measure = &portal.indicator(at).measure;
    let split = breakdown(portal, &first.breakdown, language);
    let title = format!(
        "{}{}{split}",
        portal.indicator(at).name.get(language),
        if split.is_empty() { "" } else { ", " }
    );
    let chart = TileChart {
        id: "country".to_owned(),
        language,
        description: description(portal, country, &values, language),
        measure: match language {
            Language::Vi => format!(
                "Mục tiêu {} · {}",
                period_of_target(first.period, language),
                measure_name(portal, measure, language)
            ),
            Language::En => format!(
                "Target {} · {}",
                period_of_target(first.period, language),
                measure_name(portal, measure, language)
            ),
        },
        percent: *measure == Measure::Percent,
        tiles: country
            .tiles
            .iter()
            .map(|tile| {
                let statement = tile.place.and_then(|place| values.get(&place).copied());
                Tile {
                    column: tile.column,
                    row: tile.row,
                    label: tile.label.get(language).clone(),
                    name: tile.name.get(language).clone(),
                    value: statement.and_then(|statement| value(portal, statement, language)),
                    emphasised: false,
                    href: statement.map(|statement| {
                        relative(
                            path,
                            &Route::Page(language, Page::IndicatorAtPlace(at, statement.place))
                                .path(portal),
                        )
                    }),
                }
            })
            .collect(),
        islands: country
            .archipelagos
            .iter()
            .map(|islands| Islands {
                column: islands.column,
                row: islands.row,
                name: islands.name.get(language).clone(),
                province: format!("({})", islands.province.get(language)),
            })
            .collect(),
        note: format!(
            "{} {}",
            pick(language, "Các tỉnh, thành phố từ ngày", "Provinces and cities as of"),
            country.date.short(language)
        ),
        title,
        source: source_line(portal, values.values().copied(), language),
        licence: licence_line(portal),
    };
    Some(figure(portal, chart::tiles(&chart), (chart_path, path), 0))
}

fn value(portal: &Portal, statement: &Statement, language: Language) -> Option<TileValue> {
    Some(TileValue {
        value: statement.goal.value()?,
        high: statement.goal.high(),
        comparator: statement.goal.comparator(),
        text: format!(
            "{} ({})",
            said(portal, statement, language),
            period(statement.period, language)
        ),
        draft: status(portal, statement) == PlanStatus::Draft,
    })
}

/// How many provinces have a target, and the lowest and the highest of them.
fn description(
    portal: &Portal,
    country: &Country,
    values: &BTreeMap<PlaceIndex, &Statement>,
    language: Language,
) -> String {
    let of_goal = |statement: &Statement| said(portal, statement, language);
    // `ít nhất` said of one is no word for those that say `không quá`: only what all of them say is
    // said of them all.
    let shared = |alike: &[&Statement], first: &Statement| match alike
        .iter()
        .all(|other| of_goal(other) == of_goal(first))
    {
        true => of_goal(first),
        false => first.goal.value().map_or_else(String::new, |value| {
            amount(portal, &portal.indicator(first.indicator).measure, value, language)
        }),
    };
    // One place, or how many of them share the value.
    let held_by = |value: Option<Decimal>| {
        let alike: Vec<&Statement> =
            values.values().copied().filter(|statement| statement.goal.value() == value).collect();
        match (alike.as_slice(), language) {
            ([], _) => String::new(),
            ([only], _) => {
                format!("{} {}", portal.place(only.place).name.get(language), of_goal(only))
            }
            ([first, ..], Language::Vi) => {
                format!("{} ({} nơi)", shared(&alike, first), alike.len())
            }
            ([first, ..], Language::En) => {
                format!("{} ({} places)", shared(&alike, first), alike.len())
            }
        }
    };
    let numbers = || values.values().map(|statement| statement.goal.value());
    let (low, high) = (held_by(numbers().min().flatten()), held_by(numbers().max().flatten()));
    let (some, all) = (values.len(), country.tiles.len());
    if numbers().min() == numbers().max() {
        return match language {
            Language::Vi => {
                format!("{some} trên {all} tỉnh, thành phố có mục tiêu, cùng một mức: {low}.")
            }
            Language::En => {
                format!("{some} of {all} provinces and cities have a target, all the same: {low}.")
            }
        };
    }
    match language {
        Language::Vi => format!(
            "{some} trên {all} tỉnh, thành phố có mục tiêu. Thấp nhất: {low}; cao nhất: {high}."
        ),
        Language::En => format!(
            "{some} of {all} provinces and cities have a target. Lowest: {low}; highest: {high}."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Localized, date::Date};
    use crate::portal::{Comparator, CountryTile, Goal, Period, Place, sample};

    /// The sample with some provinces more, each with a target for 2030 and a tile; one tile is of
    /// a province that the portal has not.
    fn with_provinces(count: usize) -> Portal {
        let mut portal = sample::portal();
        let (place, statement) = (
            portal.places[0].clone(),
            portal
                .statements
                .iter()
                .find(|statement| statement.place == PlaceIndex(2))
                .cloned()
                .expect("one"),
        );
        let name =
            |number: usize| Localized::text(format!("Tỉnh {number}"), format!("Province {number}"));
        let mut tiles = Vec::new();
        for number in 0..count {
            let at = PlaceIndex(portal.places.len());
            portal.places.push(Place {
                slug: format!("tinh-{number}"),
                name: name(number),
                ..place.clone()
            });
            let goal = Goal::Value {
                comparator: Comparator::AtLeast,
                value: (50 + 4 * number as i64).into(),
            };
            portal.statements.push(Statement {
                place: at,
                goal,
                period: Period::Year(2030),
                ..statement.clone()
            });
            tiles.push(CountryTile {
                place: Some(at),
                name: name(number),
                label: name(number),
                column: number as u16 % 5,
                row: number as u16 / 5,
            });
        }
        tiles.push(CountryTile { place: None, name: name(99), label: name(99), column: 5, row: 0 });
        portal.country = Some(Country {
            date: Date::new(2025, 7, 1).expect("a date"),
            tiles,
            archipelagos: Vec::new(),
        });
        portal
    }

    fn grid_of(portal: &Portal) -> Option<Figure> {
        grid(
            portal,
            &PortalIndex::new(portal),
            IndicatorIndex(0),
            Language::Vi,
            "vi/chi-tieu/nursery-enrolment.html",
        )
    }

    #[test]
    fn no_place_is_called_the_lowest_where_several_are() {
        let mut portal = with_provinces(10);
        let last = portal.statements.len();
        let lowest = portal.statements[last - 10].goal;
        portal.statements[last - 1].goal = lowest;
        let figure = grid_of(&portal).expect("a grid");
        assert!(
            figure.svg.contains("Thấp nhất: ít nhất 50% (2 nơi); cao nhất: Tỉnh 8 ít nhất 82%."),
            "{}",
            figure.svg
        );
        for statement in &mut portal.statements[last - 10..] {
            statement.goal = lowest;
        }
        let figure = grid_of(&portal).expect("a grid");
        assert!(
            figure.svg.contains(
                "10 trên 11 tỉnh, thành phố có mục tiêu, cùng một mức: ít nhất 50% (10 nơi)."
            ),
            "{}",
            figure.svg
        );
    }

    #[test]
    fn a_comparator_that_only_some_have_is_said_of_none() {
        let mut portal = with_provinces(10);
        let last = portal.statements.len();
        portal.statements[last - 1].goal =
            Goal::Value { comparator: Comparator::AtMost, value: 50.into() };
        portal.statements[last - 2].goal =
            Goal::Value { comparator: Comparator::Below, value: 78.into() };
        let figure = grid_of(&portal).expect("a grid");
        assert!(
            figure.svg.contains("Thấp nhất: 50% (2 nơi); cao nhất: 78% (2 nơi)."),
            "{}",
            figure.svg
        );
    }

    #[test]
    fn a_grid_needs_enough_provinces_with_a_target_for_the_same_year() {
        assert!(grid_of(&with_provinces(9)).is_none());
        let mut portal = with_provinces(10);
        let figure = grid_of(&portal).expect("a grid");
        assert_eq!(figure.file.path, "vi/chi-tieu/nursery-enrolment.ca-nuoc.svg");
        assert!(
            figure.svg.contains(
                "10 trên 11 tỉnh, thành phố có mục tiêu. Thấp nhất: Tỉnh 0 ít nhất 50%; cao \
                 nhất: Tỉnh 9 ít nhất 86%."
            ),
            "{}",
            figure.svg
        );
        assert!(
            figure.svg.contains("../dia-phuong/tinh-3/chi-tieu/nursery-enrolment.html")
                && !figure.file.svg.contains("href")
        );
        portal.statements.last_mut().expect("one").period = Period::Year(2035);
        assert!(grid_of(&portal).is_none());
        portal.country = None;
        assert!(grid_of(&portal).is_none());
    }
}
