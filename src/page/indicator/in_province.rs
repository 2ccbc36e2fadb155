//! An indicator in one province: the province's own figures, then each of its communes, on a page
//! of its own where the indicator's page cannot hold them all.

use serde::Serialize;

use super::about::{About, about};
use super::elsewhere::{PlaceValues, newest, place_values};
use crate::address::{Page, Route, relative};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::page::figure::bars::{Bars, MOST_BARS, bar_label, bars};
use crate::page::figure::captioned::{Caption, Figure};
use crate::page::figure::scale::{latest_targets, not_on_one_scale, on_one_scale};
use crate::page::parts::downloads::Downloads;
use crate::page::parts::link::Link;
use crate::page::parts::row::{By, Group, groups};
use crate::portal::{IndicatorIndex, PlaceIndex, Portal, Statement};

#[derive(Debug, Serialize)]
pub struct IndicatorInProvinceView<'portal> {
    pub downloads: Option<Downloads>,
    pub about: About<'portal>,
    pub province: Link<'portal>,
    pub figure: Option<Figure>,
    /// The province's own rows; none where only its communes have figures.
    pub groups: Vec<Group<'portal>>,
    pub communes: Vec<PlaceValues<'portal>>,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    province: PlaceIndex,
    language: Language,
    path: &str,
) -> IndicatorInProvinceView<'portal> {
    let communes = index.places_in(indicator, Some(province), language);
    let mut own: Vec<&Statement> =
        index.at(indicator, province).iter().map(|&position| portal.statement(position)).collect();
    own.sort_by_key(|statement| (&statement.breakdown, statement.period.order(), statement.kind));
    IndicatorInProvinceView {
        downloads: Downloads::of_indicator(portal, index, indicator, path),
        about: about(portal, indicator, language, path),
        province: Link {
            name: portal.place(province).name.get(language),
            href: relative(path, &Route::Page(language, Page::Place(province)).path(portal)),
        },
        figure: figure(portal, index, indicator, province, language, path),
        groups: groups(portal, index, &own, By::Place, language, path),
        communes: communes
            .iter()
            .map(|&commune| place_values(portal, index, indicator, commune, language, path))
            .collect(),
    }
}

/// The province first, then its communes, highest first.
fn figure(
    portal: &Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    province: PlaceIndex,
    language: Language,
    path: &str,
) -> Option<Figure> {
    let communes = index.places_in(indicator, Some(province), language).iter().copied();
    let all: Vec<&Statement> = [province]
        .into_iter()
        .chain(communes)
        .flat_map(|place| newest(portal, index, indicator, place))
        .collect();
    let mut latest = latest_targets(portal, &on_one_scale(portal, &all));
    let others = not_on_one_scale(portal, &all, &latest);
    latest.sort_by_key(|statement| {
        (
            &statement.breakdown,
            statement.place != province,
            std::cmp::Reverse(statement.goal.value()),
        )
    });
    let chart_path =
        Route::Page(language, Page::IndicatorInProvince(indicator, province)).chart_path(portal);
    let caption = Caption {
        id: "chart".to_owned(),
        title: format!(
            "{}: {}",
            portal.place(province).name.get(language),
            portal.indicator(indicator).name.get(language)
        ),
        description: pick(
            language,
            "Mục tiêu mới nhất của tỉnh và của các xã, phường, từ cao xuống thấp.",
            "Latest targets of the province and of its communes, highest first.",
        )
        .to_owned(),
        page: path.to_owned(),
        path: chart_path,
    };
    bars(
        portal,
        &latest,
        language,
        caption,
        Bars { most: MOST_BARS, from: None, about: Some(province), others, index },
        |statement| bar_label(portal, statement, language),
    )
}
