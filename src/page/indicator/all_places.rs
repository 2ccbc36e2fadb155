//! An indicator over all places: what it means, who promised how much, each figure with its clause.

use serde::Serialize;

use super::about::{About, about};
use super::country::grid;
use super::elsewhere::{SHOWN_VALUES, newest};
use crate::address::{Page, Route, fits_one_page, relative};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::page::figure::bars::{Bars, MOST_BARS, bar_label, bars};
use crate::page::figure::captioned::{Caption, Figure};
use crate::page::figure::scale::{latest_targets, not_on_one_scale, on_one_scale};
use crate::page::parts::downloads::Downloads;
use crate::page::parts::row::{By, Group, groups};
use crate::portal::{IndicatorIndex, PlaceIndex, Portal, Statement};

#[derive(Debug, Serialize)]
pub struct IndicatorView<'portal> {
    pub downloads: Option<Downloads>,
    pub about: About<'portal>,
    pub figure: Option<Figure>,
    /// The provinces on the grid of the country.
    pub country: Option<Figure>,
    /// Place by place.
    pub groups: Vec<Group<'portal>>,
    /// Whether only the provinces' latest targets are shown, because all figures would not fit on
    /// one page.
    pub is_split: bool,
    /// Where it is, the pages of the communes, province by province.
    pub provinces: Vec<ProvincePage<'portal>>,
}

/// The way to the communes of a province.
#[derive(Debug, Serialize)]
pub struct ProvincePage<'portal> {
    pub name: &'portal str,
    pub href: String,
    pub communes: usize,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: IndicatorIndex,
    language: Language,
    path: &str,
) -> IndicatorView<'portal> {
    let is_split = !fits_one_page(index.of_indicator(at).len());
    let mut statements: Vec<&Statement> = if is_split {
        let provinces = index.places_in(at, None, language).iter();
        let shown = |province: PlaceIndex| {
            let mut newest = newest(portal, index, at, province);
            // What is said of the whole comes before its parts, of which there may be more than are
            // shown.
            newest.sort_by_key(|statement| !statement.breakdown.0.is_empty());
            newest.into_iter().take(SHOWN_VALUES)
        };
        provinces.flat_map(|&province| shown(province)).collect()
    } else {
        index.of_indicator(at).iter().map(|&position| portal.statement(position)).collect()
    };
    statements.sort_by_key(|statement| {
        (
            index.place_rank(statement.place, language),
            &statement.breakdown,
            statement.period.order(),
            statement.kind,
        )
    });
    IndicatorView {
        downloads: Downloads::of_indicator(portal, index, at, path),
        about: about(portal, at, language, path),
        figure: figure(portal, index, at, &statements, language, path),
        country: grid(portal, index, at, language, path),
        groups: groups(portal, index, &statements, By::Place, language, path),
        is_split,
        provinces: if is_split { provinces(portal, index, at, language, path) } else { Vec::new() },
    }
}

fn provinces<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: IndicatorIndex,
    language: Language,
    path: &str,
) -> Vec<ProvincePage<'portal>> {
    let mut provinces: Vec<(PlaceIndex, usize)> = index.parents_with(at).collect();
    provinces.sort_by_key(|&(province, _)| index.place_rank(province, language));
    provinces
        .into_iter()
        .map(|(province, communes)| ProvincePage {
            name: portal.place(province).name.get(language),
            href: relative(
                path,
                &Route::Page(language, Page::IndicatorInProvince(at, province)).path(portal),
            ),
            communes,
        })
        .collect()
}

/// The latest targets of the places that can be put on one scale: like beside like, highest first.
/// The tables have the others too.
fn figure(
    portal: &Portal,
    index: &PortalIndex,
    at: IndicatorIndex,
    statements: &[&Statement],
    language: Language,
    path: &str,
) -> Option<Figure> {
    let mut latest = latest_targets(portal, &on_one_scale(portal, statements));
    let others = not_on_one_scale(portal, statements, &latest);
    latest
        .sort_by_key(|statement| (&statement.breakdown, std::cmp::Reverse(statement.goal.value())));
    let route = Route::Page(language, Page::Indicator(at));
    let chart_path = route.chart_path(portal);
    let caption = Caption {
        id: "chart".to_owned(),
        title: portal.indicator(at).name.get(language).clone(),
        description: format!(
            "{} {}.",
            latest.len(),
            pick(
                language,
                "mục tiêu mới nhất của các địa phương, từ cao xuống thấp",
                "latest targets of the places, highest first"
            )
        ),
        page: path.to_owned(),
        path: chart_path,
    };
    bars(
        portal,
        &latest,
        language,
        caption,
        Bars { most: MOST_BARS, from: Some(path), about: None, others, index },
        |statement| {
            let [name, detail] = bar_label(portal, statement, language);
            // Places of all levels stand together: a commune is said with its province.
            let parent = portal.place(statement.place).parent;
            [
                parent.map_or_else(
                    || name.clone(),
                    |parent| format!("{name} ({})", portal.place(parent).name.get(language)),
                ),
                detail,
            ]
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{Breakdown, DimensionIndex, MemberIndex, sample};

    #[test]
    fn where_only_some_values_of_a_province_have_room_the_whole_is_one_of_them() {
        let mut portal = sample::portal();
        let at = portal
            .statements
            .iter()
            .position(|statement| statement.id == "nursery-enrolment-2030")
            .expect("one");
        let whole = portal.statements[at].clone();
        portal.statements.retain(|statement| statement.indicator != whole.indicator);
        let part = |members: &[usize]| {
            Breakdown(
                members.iter().map(|&member| (DimensionIndex(0), MemberIndex(member))).collect(),
            )
        };
        let parts = [part(&[0]), part(&[1]), part(&[0, 1]), part(&[1, 0])];
        portal
            .statements
            .extend(parts.into_iter().map(|breakdown| Statement { breakdown, ..whole.clone() }));
        portal.statements.push(whole.clone());
        portal
            .statements
            .extend((0..70).map(|_| Statement { place: PlaceIndex(1), ..whole.clone() }));
        let view = view(
            &portal,
            &PortalIndex::new(&portal),
            whole.indicator,
            Language::Vi,
            "vi/chi-tieu/nursery-enrolment.html",
        );
        assert!(view.is_split);
        let breakdowns: Vec<&str> =
            view.groups[0].rows.iter().map(|row| row.breakdown.as_str()).collect();
        assert_eq!(
            (breakdowns.len(), breakdowns.first()),
            (SHOWN_VALUES, Some(&"")),
            "{breakdowns:?}"
        );
    }
}
