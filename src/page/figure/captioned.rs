//! Statements to charts: which of them can be drawn together, in what order, and with what words.
//!
//! A chart is refused where it would say more than the figures do: changes (`reduce by 10`) are not
//! drawn beside levels, and one point alone is a plain statement.

use serde::Serialize;

use crate::address::{address_of, relative};
use crate::chart::{self, MarkKind};
use crate::language::Language;
use crate::page::html::markup::push_attribute;
use crate::portal::{Comparator, Measure, Portal, Statement, StatementKind};
use crate::wording::measure_name;

/// A chart on a page.
#[derive(Debug, Serialize)]
pub struct Figure {
    /// The drawing, as HTML.
    pub svg: String,
    /// The same laid out for twice the width, where it gains by that; the stylesheet shows one of
    /// the two.
    pub wide_svg: Option<String>,
    /// Where its figures come from.
    pub source: String,
    /// The way to the drawing's own file.
    pub href: String,
    /// The way to the same as PNG, where the portal has that.
    pub png_href: Option<String>,
    /// The HTML with which another site shows the chart, where the portal has an address.
    pub embed: Option<String>,
    /// How many figures are not drawn, because the chart would be too long, where the drawing does
    /// not say so.
    pub left_out: usize,
    #[serde(skip)]
    pub file: ChartFile,
}

/// A chart as a file of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartFile {
    /// From the site's root.
    pub path: String,
    /// Where the same stands as PNG, where the portal has that.
    pub png_path: Option<String>,
    pub svg: String,
}

/// What a chart says round its marks.
pub struct Caption {
    /// Prefix of the ids in the drawing; unique on its page.
    pub id: String,
    pub title: String,
    pub description: String,
    /// Where the file stands, and the page that shows it, from the site's root.
    pub path: String,
    pub page: String,
}

/// Whether a statement has a level that can stand on an axis. What is replaced has none any more.
pub fn can_be_drawn(portal: &Portal, statement: &Statement) -> bool {
    let comparator = statement.goal.comparator();
    let is_level = !comparator.is_change() && comparator != Comparator::Before;
    let measure = &portal.indicator(statement.indicator).measure;
    let stands = statement.replaced_by.is_none();
    statement.goal.value().is_some()
        && stands
        && is_level
        && !matches!(measure, Measure::Milestone | Measure::Date)
}

/// A drawing with its files: where they stand, and the page that shows it, from the site's root.
pub fn figure(
    portal: &Portal,
    drawn: chart::Chart,
    (path, page): (String, &str),
    left_out: usize,
) -> Figure {
    let png = |path: &str| portal.png.then(|| format!("{}.png", path.trim_end_matches(".svg")));
    let href = relative(page, &path);
    let embed = portal
        .site_url
        .as_deref()
        .map(|site| embed(&drawn.title, &address_of(site, page), &address_of(site, &path)));
    Figure {
        svg: drawn.inline,
        wide_svg: drawn.wide,
        source: drawn.source,
        png_href: png(&href),
        href,
        embed,
        left_out,
        file: ChartFile { png_path: png(&path), path, svg: drawn.standalone },
    }
}

/// The HTML with which another site shows a chart: the picture, as wide as there is room, leads to
/// the page that proves it.
fn embed(title: &str, page: &str, chart: &str) -> String {
    let mut html = String::from("<a");
    push_attribute(&mut html, "href", page);
    html.push_str("><img");
    push_attribute(&mut html, "src", chart);
    push_attribute(&mut html, "alt", title);
    html.push_str(" width=\"100%\" loading=\"lazy\"></a>");
    html
}

pub fn is_percent(portal: &Portal, statements: &[&Statement]) -> bool {
    statements
        .iter()
        .all(|statement| portal.indicator(statement.indicator).measure == Measure::Percent)
}

/// The unit of figures that are counted; empty for others.
pub fn counted_in(portal: &Portal, statements: &[&Statement], language: Language) -> String {
    let measure =
        statements.first().map(|statement| &portal.indicator(statement.indicator).measure);
    measure
        .filter(|measure| matches!(measure, Measure::Counted(_)))
        .map_or_else(String::new, |measure| measure_name(portal, measure, language))
}

pub fn mark_kind(kind: StatementKind) -> MarkKind {
    match kind {
        StatementKind::Baseline => MarkKind::Baseline,
        StatementKind::Result => MarkKind::Result,
        StatementKind::Target | StatementKind::Deadline => MarkKind::Target,
        StatementKind::Aim => MarkKind::Aim,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::PortalIndex;
    use crate::page::figure::scale::on_one_scale;
    use crate::portal::{Goal, Period, PlaceIndex, sample};

    /// The sample's targets on nursery enrolment: Lạng Sơn for 2025 and 2030, Bằng Mạc and Cao Bằng
    /// for 2030.
    fn together(change: impl FnOnce(&mut Portal)) -> Vec<String> {
        let mut portal = sample::portal();
        change(&mut portal);
        let statements: Vec<&Statement> =
            portal.statements.iter().filter(|statement| statement.indicator.0 == 0).collect();
        on_one_scale(&portal, &statements)
            .iter()
            .map(|statement| format!("{} {}", portal.place(statement.place).slug, statement.id))
            .collect()
    }

    #[test]
    fn a_way_sets_out_from_the_baseline_of_the_status_and_from_nothing_else() {
        let drawn = |change: &dyn Fn(&mut Portal)| {
            let mut portal = sample::portal();
            change(&mut portal);
            let statements: Vec<&Statement> = portal
                .statements
                .iter()
                .filter(|statement| statement.indicator.0 == 0 && statement.place.0 == 0)
                .collect();
            let [path, page] = ["a.svg", "a.html"].map(str::to_owned);
            let caption = Caption {
                id: "a".to_owned(),
                title: "A".to_owned(),
                description: String::new(),
                path,
                page,
            };
            crate::page::figure::path::path(
                &portal,
                &PortalIndex::new(&portal),
                &statements,
                Language::Vi,
                caption,
            )
            .map(|figure| figure.svg)
        };
        let with_baseline = drawn(&|_| {}).expect("a path");
        assert!(with_baseline.contains("lộ trình cần đạt"), "{with_baseline}");
        let without = drawn(&|portal| {
            portal.statements.retain(|statement| matches!(statement.kind, StatementKind::Target))
        });
        assert!(without.is_none_or(|svg| !svg.contains("lộ trình cần đạt")));
    }

    #[test]
    fn only_what_is_meant_for_one_year_in_ways_that_can_be_compared_is_drawn_together() {
        let all = together(|_| {});
        assert!(all.len() > 1 && all.iter().all(|said| said.ends_with("2030")), "{all:?}");
        let apart = together(|portal| {
            let commune = portal
                .statements
                .iter_mut()
                .find(|statement| statement.place == PlaceIndex(1))
                .expect("one");
            commune.period = Period::Year(2027);
        });
        assert!(
            apart.len() == all.len() - 1 && !apart.iter().any(|said| said.starts_with("bang-mac")),
            "{apart:?}"
        );
        let ceiling = together(|portal| {
            let commune = portal
                .statements
                .iter_mut()
                .find(|statement| statement.place == PlaceIndex(1))
                .expect("one");
            commune.goal = Goal::Value { comparator: Comparator::AtMost, value: 90.into() };
        });
        assert_eq!(ceiling, apart);
        let counted = together(|portal| {
            portal.indicators[0].measure = Measure::Counted("count:school".to_owned())
        });
        assert_eq!(counted, apart, "a commune has fewer by its size");
    }
}
