//! A commune beside its province: every target that both have, and where the commune promises less
//! or more.

use serde::Serialize;

use crate::address::{Page, Route, has_levels, relative};
use crate::chart::{self, PairChart};
use crate::compare::{Comparison, Pair, levels};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::figure::captioned::{Figure, can_be_drawn, figure};
use crate::page::figure::scale::level;
use crate::page::figure::source::{licence_line, source_line};
use crate::page::parts::link::Link;
use crate::page::parts::row::{Row, row};
use crate::portal::{IndicatorIndex, Measure, PlaceIndex, Portal, StatementIndex};
use crate::wording::breakdown;

#[derive(Debug, Serialize)]
pub struct LevelsView<'portal> {
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    /// The percentages that differ.
    pub figure: Option<Figure>,
    /// Less first, then more, what cannot be compared, the same; kinds without targets are left
    /// out.
    pub groups: Vec<LevelGroup<'portal>>,
    pub shared: usize,
}

#[derive(Debug, Serialize)]
pub struct LevelGroup<'portal> {
    /// `less`, `more`, `unlike`, `same`.
    pub comparison: &'static str,
    pub pairs: Vec<LevelPair<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct LevelPair<'portal> {
    pub child: Row<'portal>,
    pub parent: Row<'portal>,
}

/// Where a commune promises less or more than its province, on one indicator.
#[derive(Debug, Serialize)]
pub struct BesideParent<'portal> {
    /// The province's name, and the page that compares all their targets.
    pub levels: Link<'portal>,
    /// Less first.
    pub lines: Vec<LevelLine<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct LevelLine<'portal> {
    /// `less`, `more`.
    pub comparison: &'static str,
    pub pair: LevelPair<'portal>,
}

/// None where both promise the same, or what cannot be compared.
pub fn beside_parent<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> Option<BesideParent<'portal>> {
    let parent = portal.place(at).parent?;
    let pairs = levels(portal, index.at(indicator, at), index.at(indicator, parent));
    let lines = [(Comparison::Less, "less"), (Comparison::More, "more")].into_iter().flat_map(
        |(comparison, name)| {
            let alike = pairs.iter().filter(move |pair| pair.comparison == comparison);
            alike.map(move |pair| LevelLine {
                comparison: name,
                pair: level_pair(portal, index, pair, language, path),
            })
        },
    );
    let lines: Vec<LevelLine> = lines.collect();
    let href = relative(path, &Route::Page(language, Page::Levels(at)).path(portal));
    (!lines.is_empty()).then(|| BesideParent {
        levels: Link { name: portal.place(parent).name.get(language), href },
        lines,
    })
}

fn level_pair<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    pair: &Pair,
    language: Language,
    path: &str,
) -> LevelPair<'portal> {
    let row = |at: StatementIndex| row(portal, index, portal.statement(at), language, path);
    LevelPair { child: row(pair.child), parent: row(pair.parent) }
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> LevelsView<'portal> {
    let link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
    };
    let parent = portal.place(at).parent;
    let pairs = parent
        .map_or_else(Vec::new, |parent| levels(portal, index.of_place(at), index.of_place(parent)));
    let group = |(comparison, name): (Comparison, &'static str)| LevelGroup {
        comparison: name,
        pairs: pairs
            .iter()
            .filter(|pair| pair.comparison == comparison)
            .map(|pair| level_pair(portal, index, pair, language, path))
            .collect(),
    };
    let kinds = [
        (Comparison::Less, "less"),
        (Comparison::More, "more"),
        (Comparison::Unlike, "unlike"),
        (Comparison::Same, "same"),
    ];
    LevelsView {
        place: link(at),
        parent: parent.map(link),
        shared: pairs.len(),
        figure: parent.and_then(|parent| pair_figure(portal, at, parent, &pairs, language, path)),
        groups: kinds.into_iter().map(group).filter(|group| !group.pairs.is_empty()).collect(),
    }
}

/// How many pairs a chart shows, so that its words are large enough on the part of a sheet that it
/// has; the tables have them all.
const MOST_PAIRS: usize = 18;

/// The percentages in which the two differ: what the commune promises less of comes first. What
/// cannot be compared, or is the same, is said in words alone.
fn pair_figure(
    portal: &Portal,
    at: PlaceIndex,
    parent: PlaceIndex,
    pairs: &[Pair],
    language: Language,
    path: &str,
) -> Option<Figure> {
    let differing = |comparison: Comparison| {
        pairs
            .iter()
            .filter(move |pair| pair.comparison == comparison)
            .map(|pair| (portal.statement(pair.child), portal.statement(pair.parent)))
    };
    let drawable: Vec<_> = differing(Comparison::Less)
        .chain(differing(Comparison::More))
        .filter(|(child, parent)| can_be_drawn(portal, child) && can_be_drawn(portal, parent))
        .filter(|(child, _)| portal.indicator(child.indicator).measure == Measure::Percent)
        .collect();
    let shown = &drawable[..drawable.len().min(MOST_PAIRS)];
    let rows: Vec<chart::Pair> = shown
        .iter()
        .filter_map(|(child, parent)| {
            Some(chart::Pair {
                label: portal.indicator(child.indicator).name.get(language).clone(),
                detail: breakdown(portal, &child.breakdown, language),
                levels: [level(portal, child, language)?, level(portal, parent, language)?],
            })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let name = |place: PlaceIndex| portal.place(place).name.get(language).clone();
    let (less, more) = (differing(Comparison::Less).count(), differing(Comparison::More).count());
    let chart_path = Route::Page(language, Page::Levels(at)).chart_path(portal);
    let chart = PairChart {
        id: "pairs".to_owned(),
        language,
        // Lifted from its page, it must still say what is compared.
        title: match language {
            Language::Vi => format!("{} và {}: những mục tiêu khác nhau", name(at), name(parent)),
            Language::En => format!("{} and {}: targets that differ", name(at), name(parent)),
        },
        description: match language {
            Language::Vi => format!(
                "So với {}, {} hứa ít hơn ở {less} mục tiêu và nhiều hơn ở {more} mục tiêu.",
                name(parent),
                name(at)
            ),
            Language::En => format!(
                "Against {}, {} promises less in {less} of the targets that they share and more \
                 in {more}.",
                name(parent),
                name(at)
            ),
        },
        places: [name(at), name(parent)],
        percent: true,
        pairs: rows,
        source: source_line(
            portal,
            shown.iter().flat_map(|&(child, parent)| [child, parent]),
            language,
        ),
        licence: licence_line(portal),
    };
    Some(figure(portal, chart::pairs(&chart), (chart_path, path), drawable.len() - shown.len()))
}

/// How many communes a province's page links to a comparison.
const MOST_LINKED: usize = 12;

/// The ways from a place to where it stands beside its province, or its communes beside it; by
/// name.
pub fn comparisons<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> Vec<Link<'portal>> {
    let plans = |place: PlaceIndex| index.plans_of(place).len();
    let link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Levels(place)).path(portal)),
    };
    match portal.place(at).parent {
        Some(parent) => {
            has_levels(plans(at), plans(parent)).then(|| link(at)).into_iter().collect()
        }
        None => {
            let mut communes: Vec<PlaceIndex> = index
                .communes_of(at)
                .iter()
                .copied()
                .filter(|&commune| has_levels(plans(commune), plans(at)))
                .collect();
            communes.sort_by_key(|&commune| index.place_rank(commune, language));
            communes.into_iter().take(MOST_LINKED).map(link).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{Bound, Comparator, Goal, sample};

    fn levels_of_bang_mac(portal: &Portal) -> LevelsView<'_> {
        let path = Route::Page(Language::Vi, Page::Levels(PlaceIndex(1))).path(portal);
        view(portal, &PortalIndex::new(portal), PlaceIndex(1), Language::Vi, &path)
    }

    #[test]
    fn a_commune_that_promises_more_or_less_is_said_to() {
        let mut portal = sample::portal();
        assert_eq!(levels_of_bang_mac(&portal).groups[0].comparison, "more");
        let at = portal
            .statements
            .iter()
            .position(|statement| statement.place == PlaceIndex(1))
            .expect("one");
        portal.statements[at].goal =
            Goal::Value { comparator: Comparator::Reach, value: 40.into() };
        let view = levels_of_bang_mac(&portal);
        assert_eq!((view.groups.len(), view.shared), (1, 1));
        let figure = view.figure.as_ref().expect("a chart");
        assert_eq!(figure.file.path, "vi/dia-phuong/lang-son/bang-mac/so-sanh.svg");
        assert!(
            figure.file.svg.contains(">Bằng Mạc và Lạng Sơn: những mục tiêu khác nhau</text>"),
            "the file says what is compared"
        );
        assert!(
            figure.svg.contains("Bằng Mạc: 40%") && figure.svg.contains("Lạng Sơn: 48,5%"),
            "{}",
            figure.svg
        );
        let pair = &view.groups[0].pairs[0];
        assert_eq!(
            (view.groups[0].comparison, pair.child.value.as_str(), pair.parent.value.as_str()),
            ("less", "40%", "48,5%")
        );
        let index = PortalIndex::new(&portal);
        let path =
            Route::Page(Language::Vi, Page::IndicatorAtPlace(IndicatorIndex(0), PlaceIndex(1)))
                .path(&portal);
        let beside =
            beside_parent(&portal, &index, IndicatorIndex(0), PlaceIndex(1), Language::Vi, &path)
                .expect("less is said there too");
        assert_eq!(
            (
                beside.lines[0].comparison,
                beside.lines[0].pair.parent.value.as_str(),
                beside.levels.href.as_str()
            ),
            ("less", "48,5%", "../so-sanh.html")
        );
        assert!(
            beside_parent(&portal, &index, IndicatorIndex(0), PlaceIndex(0), Language::Vi, &path)
                .is_none()
        );
    }

    #[test]
    fn what_cannot_be_compared_or_is_the_same_is_not_drawn() {
        let mut portal = sample::portal();
        let at = portal
            .statements
            .iter()
            .position(|statement| statement.place == PlaceIndex(1))
            .expect("one");
        for goal in [
            Goal::Value { comparator: Comparator::IncreaseBy(Bound::Exactly), value: 3.into() },
            Goal::Complete,
            Goal::Value {
                comparator: Comparator::AtLeast,
                value: "48.5".parse().expect("a decimal"),
            },
        ] {
            portal.statements[at].goal = goal;
            let view = levels_of_bang_mac(&portal);
            assert!(view.shared == 1 && view.figure.is_none(), "{goal:?}");
        }
    }

    #[test]
    fn both_places_lead_to_the_comparison() {
        let portal = sample::portal();
        let index = PortalIndex::new(&portal);
        let ways = |place, from| {
            comparisons(&portal, &index, PlaceIndex(place), Language::Vi, from)
                .into_iter()
                .map(|link| link.href)
                .collect::<Vec<_>>()
        };
        assert_eq!(ways(0, "vi/dia-phuong/lang-son.html"), ["lang-son/bang-mac/so-sanh.html"]);
        assert_eq!(ways(1, "vi/dia-phuong/lang-son/bang-mac.html"), ["bang-mac/so-sanh.html"]);
        assert!(ways(2, "vi/dia-phuong/cao-bang.html").is_empty());
    }
}
