//! The page of conflicts: statements that cannot both be meant, side by side, with what the editors
//! have found out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::{LONGEST, Page, Route, conflict_anchor, has_revisions, place_of, relative};
use crate::compare::Conflict;
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::parts::link::Link;
use crate::page::parts::row::{Row, row};
use crate::portal::{PlaceIndex, Portal, Statement, StatementIndex, cited};

#[derive(Debug, Serialize)]
pub struct ConflictsView<'portal> {
    /// The place whose conflicts these are, with its province; none on the page of all.
    pub place: Option<Link<'portal>>,
    pub parent: Option<Link<'portal>>,
    /// One plan that says two things.
    pub in_one_plan: ConflictList<'portal>,
    /// Two plans of one place that both stand.
    pub between_plans: ConflictList<'portal>,
}

#[derive(Debug, Serialize)]
pub struct ConflictList<'portal> {
    pub count: usize,
    pub places: Vec<ConflictPlace<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct ConflictPlace<'portal> {
    pub place: Link<'portal>,
    pub count: usize,
    /// Where the place has more than one plan.
    pub revisions_href: Option<String>,
    /// Empty where they stand on the place's own page of conflicts.
    pub pairs: Vec<ConflictPair<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct ConflictPair<'portal> {
    pub anchor: String,
    pub indicator: &'portal str,
    pub href: String,
    pub breakdown: String,
    /// Whether the author says so, where no rule could see it.
    pub declared: bool,
    pub sides: [Side<'portal>; 2],
    /// Whether a note explains it.
    pub settled: bool,
}

#[derive(Debug, Serialize)]
pub struct Side<'portal> {
    /// Its indicator and place, where an author declares a conflict with another one's.
    pub subject: Option<String>,
    pub row: Row<'portal>,
    pub denominator: Option<&'portal str>,
    /// What the editors say of the statement and of the piece of the plan that it stands in.
    pub notes: Vec<&'portal str>,
}

/// The conflicts of the whole portal, or of a place and its communes.
pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: Option<PlaceIndex>,
    language: Language,
    path: &str,
) -> ConflictsView<'portal> {
    let link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
    };
    let meant: Vec<(usize, &Conflict)> = match at {
        None => index.conflicts().iter().enumerate().collect(),
        Some(at) => std::iter::once(at)
            .chain(index.communes_of(at).iter().copied())
            .flat_map(|place| index.conflicts_at(place))
            .collect(),
    };
    let list = |in_one_plan: bool| {
        let conflicts: Vec<(usize, &Conflict)> = meant
            .iter()
            .copied()
            .filter(|(_, conflict)| conflict.in_one_plan == in_one_plan)
            .collect();
        list(portal, index, at, &conflicts, language, path)
    };
    ConflictsView {
        place: at.map(link),
        parent: at.and_then(|at| portal.place(at).parent).map(link),
        in_one_plan: list(true),
        between_plans: list(false),
    }
}

fn list<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: Option<PlaceIndex>,
    conflicts: &[(usize, &Conflict)],
    language: Language,
    path: &str,
) -> ConflictList<'portal> {
    let is_long = at.is_none() && conflicts.len() > LONGEST;
    let mut by_place: BTreeMap<PlaceIndex, Vec<(usize, &Conflict)>> = BTreeMap::new();
    for &(number, conflict) in conflicts {
        let place = place_of(portal, conflict);
        let place = if is_long { portal.place(place).parent.unwrap_or(place) } else { place };
        by_place.entry(place).or_default().push((number, conflict));
    }
    let mut places: Vec<(PlaceIndex, Vec<(usize, &Conflict)>)> = by_place.into_iter().collect();
    places.sort_by_key(|&(place, _)| (Some(place) != at, index.place_rank(place, language)));
    let to = |page: Page| relative(path, &Route::Page(language, page).path(portal));
    let of_place = |(place, conflicts): (PlaceIndex, Vec<(usize, &Conflict)>)| {
        let is_here = !is_long && at.is_none_or(|at| at == place);
        ConflictPlace {
            place: Link {
                name: portal.place(place).full_name.get(language),
                href: to(if is_here { Page::Place(place) } else { Page::ConflictsAt(place) }),
            },
            count: conflicts.len(),
            revisions_href: (is_here && has_revisions(index.plans_of(place).len()))
                .then(|| to(Page::Revisions(place))),
            pairs: conflicts
                .iter()
                .filter(|_| is_here)
                .map(|&(number, conflict)| pair(portal, index, number, conflict, language, path))
                .collect(),
        }
    };
    ConflictList { count: conflicts.len(), places: places.into_iter().map(of_place).collect() }
}

fn pair<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    number: usize,
    conflict: &Conflict,
    language: Language,
    path: &str,
) -> ConflictPair<'portal> {
    let both = [conflict.first, conflict.second];
    let [first, second] = both.map(|position| portal.statement(position));
    let is_of_one = (first.indicator, first.place) == (second.indicator, second.place);
    let sides = both.map(|position| side(portal, index, position, is_of_one, language, path));
    ConflictPair {
        anchor: conflict_anchor(number),
        indicator: portal.indicator(first.indicator).name.get(language),
        href: relative(
            path,
            &Route::Page(language, Page::IndicatorAtPlace(first.indicator, first.place))
                .path(portal),
        ),
        breakdown: crate::wording::breakdown(portal, &first.breakdown, language),
        declared: conflict.declared,
        settled: sides.iter().any(|side| !side.notes.is_empty()),
        sides,
    }
}

fn side<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    position: StatementIndex,
    is_of_one: bool,
    language: Language,
    path: &str,
) -> Side<'portal> {
    let statement = portal.statement(position);
    let subject = || {
        format!(
            "{}, {}",
            portal.indicator(statement.indicator).name.get(language),
            portal.place(statement.place).name.get(language)
        )
    };
    let own = statement.note.as_ref().map(|note| note.get(language).as_str());
    Side {
        subject: (!is_of_one).then(subject),
        row: row(portal, index, statement, language, path),
        denominator: statement.denominator.as_ref().map(|words| words.get(language).as_str()),
        // The value's own note speaks of it; those of its piece may speak of other values there.
        notes: own.map_or_else(|| notes_at(portal, statement, language).collect(), |own| vec![own]),
    }
}

/// The editors' notes at the piece of the plan that a statement stands in.
fn notes_at<'portal>(
    portal: &'portal Portal,
    statement: &Statement,
    language: Language,
) -> impl Iterator<Item = &'portal str> {
    let at = cited(statement);
    let notes = at.map_or(&[][..], |(plan, _)| portal.plan(plan).notes.as_slice());
    notes
        .iter()
        .filter(move |note| note.unit.is_some() && note.unit == at.map(|(_, unit)| unit))
        .map(move |note| note.text.get(language).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{listed_conflicts, places_with_conflicts};
    use crate::language::Localized;
    use crate::portal::{Comparator, Goal, PlanIndex, sample};
    use std::collections::BTreeSet;

    /// The sample, whose first plan also says at least 35 where it said 30.
    fn contradicting() -> Portal {
        let mut portal = sample::portal();
        let second = Statement {
            id: "again".to_owned(),
            goal: Goal::Value { comparator: Comparator::AtLeast, value: 35.into() },
            ..portal.statements[0].clone()
        };
        portal.statements.push(second);
        portal
    }

    fn conflicts(portal: &Portal) -> ConflictsView<'_> {
        view(portal, &PortalIndex::new(portal), None, Language::Vi, "vi/mau-thuan.html")
    }

    #[test]
    fn a_portal_without_contradictions_says_so() {
        assert_eq!(conflicts(&sample::portal()).in_one_plan.count, 0);
    }

    #[test]
    fn both_sides_stand_with_their_clauses_and_a_note_settles_them() {
        let mut portal = contradicting();
        let view = conflicts(&portal);
        assert_eq!((view.in_one_plan.count, view.between_plans.count), (1, 0));
        let pair = &view.in_one_plan.places[0].pairs[0];
        assert_eq!(
            pair.sides.each_ref().map(|side| side.row.value.as_str()),
            ["30%", "ít nhất 35%"]
        );
        assert!(pair.sides.iter().all(|side| side.row.conflict && side.row.clause_is("ii.1-b1")));
        assert!(!pair.settled);
        drop(view);
        portal.statements[0].note =
            Some(Localized::text("Bản gốc in như vậy.", "The original says so."));
        let pair = &conflicts(&portal).in_one_plan.places[0].pairs[0];
        assert!(pair.settled);
        assert_eq!(pair.sides[0].notes, ["Bản gốc in như vậy."]);
    }

    #[test]
    fn what_is_declared_of_two_indicators_names_both() {
        let mut portal = sample::portal();
        portal.statements[0].conflicts_with = Some(StatementIndex(1));
        let view = conflicts(&portal);
        let pair = &view.in_one_plan.places[0].pairs[0];
        let [first, second] =
            pair.sides.each_ref().map(|side| side.subject.as_deref().expect("its own subject"));
        assert!(
            pair.declared
                && first != second
                && first.starts_with(pair.indicator)
                && first.ends_with(", Lạng Sơn"),
            "{first}, {second}"
        );
    }

    #[test]
    fn where_there_are_too_many_for_one_page_each_place_has_its_own() {
        let mut portal = contradicting();
        let statement = portal.statements.last().expect("the second of the pair").clone();
        for number in 0..LONGEST + 2 {
            let value = (40 + number).into();
            let place = PlaceIndex(number % 2);
            let again = Statement {
                id: format!("again-{number}"),
                place,
                goal: Goal::Value { comparator: Comparator::AtLeast, value },
                ..statement.clone()
            };
            portal.statements.push(again);
        }
        let index = PortalIndex::new(&portal);
        let count = index.conflicts().len();
        assert!(
            count > LONGEST && index.conflicts().iter().all(|conflict| conflict.in_one_plan),
            "{count}"
        );
        let all = conflicts(&portal).in_one_plan;
        let [province] = &all.places[..] else { panic!("one province") };
        assert_eq!(
            (all.count, province.count, province.pairs.len(), province.place.href.as_str()),
            (count, count, 0, "dia-phuong/lang-son/mau-thuan.html")
        );
        assert_eq!(
            places_with_conflicts(&portal, &index),
            BTreeSet::from([PlaceIndex(0), PlaceIndex(1)])
        );
        let at = |place: usize, path: &str| {
            view(&portal, &index, Some(PlaceIndex(place)), Language::Vi, path).in_one_plan.places
        };
        let in_province = at(0, "vi/dia-phuong/lang-son/mau-thuan.html");
        let [own, commune] = &in_province[..] else { panic!("the province and its commune") };
        assert_eq!((own.place.href.as_str(), own.pairs.len()), ("../lang-son.html", own.count));
        assert_eq!(
            (commune.place.href.as_str(), commune.pairs.len()),
            ("bang-mac/mau-thuan.html", 0)
        );
        let in_commune = at(1, "vi/dia-phuong/lang-son/bang-mac/mau-thuan.html");
        assert_eq!(
            in_commune.iter().map(|place| place.pairs.len()).collect::<Vec<_>>(),
            [commune.count]
        );
        let listed: BTreeSet<Page> =
            listed_conflicts(&portal, &index).map(|(page, ..)| page).collect();
        assert_eq!(
            listed,
            BTreeSet::from([Page::ConflictsAt(PlaceIndex(0)), Page::ConflictsAt(PlaceIndex(1))])
        );
        let pages = crate::address::routes(&portal, &index);
        assert!(listed.into_iter().all(|page| pages.contains(&Route::Page(Language::En, page))));
        // Each conflict stands on the page of its place under the anchor that the list of all gives
        // it.
        for (page, anchor, _) in listed_conflicts(&portal, &index) {
            let Page::ConflictsAt(PlaceIndex(place)) = page else { panic!("a page of a place") };
            let pairs = at(place, "vi/x.html").into_iter().flat_map(|place| place.pairs);
            assert_eq!(pairs.filter(|pair| pair.anchor == anchor).count(), 1, "{anchor}");
        }
    }

    #[test]
    fn two_plans_that_both_stand_are_listed_apart() {
        let mut portal = contradicting();
        let last = portal.statements.len() - 1;
        // Less than the older plan, which still stands.
        portal.statements[last].goal =
            Goal::Value { comparator: Comparator::AtLeast, value: 25.into() };
        if let crate::portal::Evidence::Clause { plan, .. } = &mut portal.statements[last].evidence
        {
            *plan = PlanIndex(1);
        }
        let view = conflicts(&portal);
        assert_eq!((view.in_one_plan.count, view.between_plans.count), (0, 1));
        assert_eq!(
            view.between_plans.places[0].revisions_href.as_deref(),
            Some("dia-phuong/lang-son/thay-doi.html")
        );
    }
}
