//! A commune beside its province: every target that both have, and where the commune promises less or more.

use serde::Serialize;

use super::PortalIndex;
use super::route::{Page, Route, has_levels, relative};
use super::row::{Link, Row, row};
use crate::compare::{Comparison, levels};
use crate::language::Language;
use crate::portal::{PlaceIndex, Portal};

#[derive(Debug, Serialize)]
pub struct LevelsView<'portal> {
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    /// Less first, then more, what cannot be compared, the same; kinds without targets are left out.
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

pub fn view<'portal>(portal: &'portal Portal, index: &PortalIndex, at: PlaceIndex, language: Language, path: &str) -> LevelsView<'portal> {
    let link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
    };
    let parent = portal.place(at).parent;
    let pairs = parent.map_or_else(Vec::new, |parent| levels(portal, index.of_place(at), index.of_place(parent)));
    let group = |(comparison, name): (Comparison, &'static str)| LevelGroup {
        comparison: name,
        pairs: pairs
            .iter()
            .filter(|pair| pair.comparison == comparison)
            .map(|pair| LevelPair {
                child: row(portal, index, portal.statement(pair.child), language, path),
                parent: row(portal, index, portal.statement(pair.parent), language, path),
            })
            .collect(),
    };
    let kinds = [(Comparison::Less, "less"), (Comparison::More, "more"), (Comparison::Unlike, "unlike"), (Comparison::Same, "same")];
    LevelsView {
        place: link(at),
        parent: parent.map(link),
        shared: pairs.len(),
        groups: kinds.into_iter().map(group).filter(|group| !group.pairs.is_empty()).collect(),
    }
}

/// How many communes a province's page links to a comparison.
const MOST_LINKED: usize = 12;

/// The ways from a place to where it stands beside its province, or its communes beside it; by name.
pub fn comparisons<'portal>(portal: &'portal Portal, index: &PortalIndex, at: PlaceIndex, language: Language, path: &str) -> Vec<Link<'portal>> {
    let plans = |place: PlaceIndex| index.plans_of(place).len();
    let link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Levels(place)).path(portal)),
    };
    match portal.place(at).parent {
        Some(parent) => has_levels(plans(at), plans(parent)).then(|| link(at)).into_iter().collect(),
        None => {
            let mut communes: Vec<PlaceIndex> = index.communes_of(at).iter().copied().filter(|&commune| has_levels(plans(commune), plans(at))).collect();
            communes.sort_by_key(|&commune| index.place_rank(commune, language));
            communes.into_iter().take(MOST_LINKED).map(link).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::portal::{Comparator, Goal};

    fn levels_of_bang_mac(portal: &Portal) -> LevelsView<'_> {
        let path = Route::Page(Language::Vi, Page::Levels(PlaceIndex(1))).path(portal);
        view(portal, &PortalIndex::new(portal), PlaceIndex(1), Language::Vi, &path)
    }

    #[test]
    fn a_commune_that_promises_more_or_less_is_said_to() {
        let mut portal = sample::portal();
        assert_eq!(levels_of_bang_mac(&portal).groups[0].comparison, "more");
        let at = portal.statements.iter().position(|statement| statement.place == PlaceIndex(1)).expect("one");
        portal.statements[at].goal = Goal::Value { comparator: Comparator::Reach, value: 40.into() };
        let view = levels_of_bang_mac(&portal);
        assert_eq!((view.groups.len(), view.shared), (1, 1));
        let pair = &view.groups[0].pairs[0];
        assert_eq!((view.groups[0].comparison, pair.child.value.as_str(), pair.parent.value.as_str()), ("less", "40%", "48,5%"));
    }

    #[test]
    fn both_places_lead_to_the_comparison() {
        let portal = sample::portal();
        let index = PortalIndex::new(&portal);
        let ways = |place, from| comparisons(&portal, &index, PlaceIndex(place), Language::Vi, from).into_iter().map(|link| link.href).collect::<Vec<_>>();
        assert_eq!(ways(0, "vi/dia-phuong/lang-son.html"), ["lang-son/bang-mac/so-sanh.html"]);
        assert_eq!(ways(1, "vi/dia-phuong/lang-son/bang-mac.html"), ["bang-mac/so-sanh.html"]);
        assert!(ways(2, "vi/dia-phuong/cao-bang.html").is_empty());
    }
}
