//! What belongs to what in a portal, looked up once: the statements of an indicator, a place, a
//! plan, a unit.
//!
//! The views join nothing themselves; with this index each page costs what stands on it.

use std::collections::{BTreeMap, BTreeSet};

use super::corrections::{Corrected, corrections};
use super::lineage::Lineage;
use crate::compare::{Conflict, conflicts};
use crate::language::{Language, Localized, collation::collator};
use crate::portal::{
    Dropped, Grades, IndicatorIndex, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement,
    StatementIndex, cited, status,
};
use crate::status::{Assessment, assess};

/// The places with an indicator that lie in one place (or in none), in the order of a language.
type Siblings = BTreeMap<(IndicatorIndex, Option<PlaceIndex>), Vec<PlaceIndex>>;

/// The index of a portal. Lists of statements keep the portal's order.
#[derive(Debug)]
pub struct PortalIndex {
    by_indicator: Vec<Vec<StatementIndex>>,
    by_place: Vec<Vec<StatementIndex>>,
    by_plan: Vec<Vec<StatementIndex>>,
    at: BTreeMap<(IndicatorIndex, PlaceIndex), Vec<StatementIndex>>,
    /// The places with statements on an indicator that lie in the same place, by name.
    siblings: Localized<Siblings>,
    plans_of: Vec<Vec<PlanIndex>>,
    communes_of: Vec<Vec<PlaceIndex>>,
    /// Each place's rank by name in each language.
    place_rank: Localized<Vec<usize>>,
    newest_plans: Vec<PlanIndex>,
    grades: Grades,
    /// One for each statement.
    assessments: Vec<Option<Assessment>>,
    unreported: Vec<StatementIndex>,
    coming: Vec<StatementIndex>,
    conflicts: Vec<Conflict>,
    /// Their numbers, by the place of the first statement.
    conflicts_by_place: Vec<Vec<usize>>,
    /// What cannot be meant together with a statement: the first such one, of the same plan where
    /// there is one.
    contradicted_by: BTreeMap<StatementIndex, StatementIndex>,
    lineage: Lineage,
    corrections: Vec<Corrected>,
    /// The plan that drops a target of the one that it replaces, and the number of the entry that
    /// says so.
    dropped_by: BTreeMap<StatementIndex, (PlanIndex, usize)>,
}

impl PortalIndex {
    pub fn new(portal: &Portal) -> PortalIndex {
        let mut index = PortalIndex {
            by_indicator: vec![Vec::new(); portal.indicators.len()],
            by_place: vec![Vec::new(); portal.places.len()],
            by_plan: vec![Vec::new(); portal.plans.len()],
            at: BTreeMap::new(),
            siblings: Localized::default(),
            plans_of: vec![Vec::new(); portal.places.len()],
            communes_of: vec![Vec::new(); portal.places.len()],
            place_rank: Localized::from_fn(|language| ranks_by_name(portal, language)),
            newest_plans: (0..portal.plans.len()).map(PlanIndex).collect(),
            grades: portal.grades(),
            assessments: assess(portal),
            unreported: Vec::new(),
            coming: Vec::new(),
            conflicts: conflicts(portal),
            conflicts_by_place: vec![Vec::new(); portal.places.len()],
            contradicted_by: BTreeMap::new(),
            lineage: Lineage::new(portal),
            corrections: corrections(portal),
            dropped_by: BTreeMap::new(),
        };
        for (number, conflict) in index.conflicts.iter().enumerate() {
            index.conflicts_by_place[portal.statement(conflict.first).place.0].push(number);
        }
        let (in_one_plan, between_plans): (Vec<&Conflict>, Vec<&Conflict>) =
            index.conflicts.iter().partition(|conflict| conflict.in_one_plan);
        for conflict in in_one_plan.into_iter().chain(between_plans) {
            index.contradicted_by.entry(conflict.first).or_insert(conflict.second);
            index.contradicted_by.entry(conflict.second).or_insert(conflict.first);
        }
        for (position, statement) in portal.statements.iter().enumerate() {
            let position = StatementIndex(position);
            index.by_indicator[statement.indicator.0].push(position);
            index.by_place[statement.place.0].push(position);
            index.at.entry((statement.indicator, statement.place)).or_default().push(position);
            if let Some((plan, _)) = cited(statement) {
                index.by_plan[plan.0].push(position);
            }
        }
        // What a plan in force has dropped is not due, though the rest of the older plan may stand.
        let drops = portal
            .plans
            .iter()
            .filter(|plan| plan.status != PlanStatus::Draft)
            .flat_map(|plan| &plan.dropped);
        let dropped: BTreeSet<StatementIndex> = drops.map(|dropped| dropped.target).collect();
        for (position, assessment) in index.assessments.iter().enumerate() {
            let stands = status(portal, &portal.statements[position]) != PlanStatus::Superseded
                && !dropped.contains(&StatementIndex(position));
            let Some(assessment) = assessment.as_ref().filter(|_| stands) else { continue };
            if assessment.unreported().is_some() {
                index.unreported.push(StatementIndex(position));
            }
            if assessment.due_within_a_year(portal.as_of).is_some() {
                index.coming.push(StatementIndex(position));
            }
        }
        for (position, plan) in portal.plans.iter().enumerate() {
            index.plans_of[plan.place.0].push(PlanIndex(position));
            index.dropped_by.extend(
                plan.dropped
                    .iter()
                    .enumerate()
                    .map(|(number, dropped)| (dropped.target, (PlanIndex(position), number))),
            );
        }
        for (position, place) in portal.places.iter().enumerate() {
            if let Some(parent) = place.parent {
                index.communes_of[parent.0].push(PlaceIndex(position));
            }
        }
        index.siblings = Localized::from_fn(|language| index.siblings_by_name(portal, language));
        index.newest_plans.sort_by_key(|&plan| std::cmp::Reverse((portal.plan(plan).date, plan)));
        index
    }

    pub fn of_indicator(&self, indicator: IndicatorIndex) -> &[StatementIndex] {
        &self.by_indicator[indicator.0]
    }

    pub fn of_place(&self, place: PlaceIndex) -> &[StatementIndex] {
        &self.by_place[place.0]
    }

    /// What cites a clause of a plan.
    pub fn of_plan(&self, plan: PlanIndex) -> &[StatementIndex] {
        &self.by_plan[plan.0]
    }

    pub fn at(&self, indicator: IndicatorIndex, place: PlaceIndex) -> &[StatementIndex] {
        self.at.get(&(indicator, place)).map_or(&[], Vec::as_slice)
    }

    /// The places that have statements on an indicator, in the portal's order.
    pub fn places_with(&self, indicator: IndicatorIndex) -> impl Iterator<Item = PlaceIndex> {
        self.at
            .range((indicator, PlaceIndex(0))..=(indicator, PlaceIndex(usize::MAX)))
            .map(|(&(_, place), _)| place)
    }

    /// The places with statements on an indicator that lie in `parent`, or the provinces where it
    /// is none; by name.
    pub fn places_in(
        &self,
        indicator: IndicatorIndex,
        parent: Option<PlaceIndex>,
        language: Language,
    ) -> &[PlaceIndex] {
        self.siblings.get(language).get(&(indicator, parent)).map_or(&[], Vec::as_slice)
    }

    /// The places in which others have statements on an indicator: provinces with communes, in the
    /// portal's order, each with the number of those communes.
    pub fn parents_with(
        &self,
        indicator: IndicatorIndex,
    ) -> impl Iterator<Item = (PlaceIndex, usize)> {
        let groups = self
            .siblings
            .vi
            .range((indicator, Some(PlaceIndex(0)))..=(indicator, Some(PlaceIndex(usize::MAX))));
        groups.filter_map(|(&(_, parent), places)| Some((parent?, places.len())))
    }

    /// The plan that drops a target, with what it says of that.
    pub fn dropped_by<'portal>(
        &self,
        portal: &'portal Portal,
        target: StatementIndex,
    ) -> Option<(PlanIndex, &'portal Dropped)> {
        self.dropped_by
            .get(&target)
            .map(|&(plan, number)| (plan, &portal.plan(plan).dropped[number]))
    }

    /// At most `most` places that stand around a place in the list by name of those that lie where
    /// it lies, itself left out.
    pub fn around<'index>(
        &'index self,
        portal: &Portal,
        indicator: IndicatorIndex,
        place: PlaceIndex,
        most: usize,
        language: Language,
    ) -> impl Iterator<Item = PlaceIndex> + 'index {
        let siblings = self.places_in(indicator, portal.place(place).parent, language);
        let at = siblings.partition_point(|&sibling| {
            self.place_rank(sibling, language) < self.place_rank(place, language)
        });
        let first = at.saturating_sub(most / 2).min(siblings.len().saturating_sub(most + 1));
        siblings.iter().copied().skip(first).take(most + 1).filter(move |&sibling| sibling != place)
    }

    /// A place's plans, oldest first.
    pub fn plans_of(&self, place: PlaceIndex) -> &[PlanIndex] {
        &self.plans_of[place.0]
    }

    pub fn communes_of(&self, place: PlaceIndex) -> &[PlaceIndex] {
        &self.communes_of[place.0]
    }

    /// A place's rank among all places by name, as the language sorts names.
    pub fn place_rank(&self, place: PlaceIndex, language: Language) -> usize {
        self.place_rank.get(language)[place.0]
    }

    /// Every plan, newest first.
    pub fn newest_plans(&self) -> &[PlanIndex] {
        &self.newest_plans
    }

    fn siblings_by_name(&self, portal: &Portal, language: Language) -> Siblings {
        let mut siblings: BTreeMap<_, Vec<PlaceIndex>> = BTreeMap::new();
        for &(indicator, place) in self.at.keys() {
            siblings.entry((indicator, portal.place(place).parent)).or_default().push(place);
        }
        for places in siblings.values_mut() {
            places.sort_by_key(|&place| self.place_rank(place, language));
        }
        siblings
    }

    /// The status of a statement that promises something.
    pub fn assessment(&self, statement: StatementIndex) -> Option<&Assessment> {
        self.assessments.get(statement.0)?.as_ref()
    }

    /// The same for a statement of the portal itself.
    pub fn assessment_of(&self, portal: &Portal, statement: &Statement) -> Option<&Assessment> {
        portal
            .statements
            .element_offset(statement)
            .and_then(|position| self.assessment(StatementIndex(position)))
    }

    /// What has fallen due without a report, except in superseded plans.
    pub fn unreported(&self) -> &[StatementIndex] {
        &self.unreported
    }

    /// What falls due within a year, except in superseded plans.
    pub fn coming(&self) -> &[StatementIndex] {
        &self.coming
    }

    /// The statements that cannot both be meant, in the portal's order.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Those of a place, each with its number in the whole list.
    pub fn conflicts_at(&self, place: PlaceIndex) -> impl Iterator<Item = (usize, &Conflict)> {
        self.conflicts_by_place[place.0].iter().map(|&number| (number, &self.conflicts[number]))
    }

    /// What the statement's own plan, or another in force, says that cannot be meant together with
    /// it.
    pub fn contradicted_by(
        &self,
        portal: &Portal,
        statement: &Statement,
    ) -> Option<StatementIndex> {
        portal
            .statements
            .element_offset(statement)
            .and_then(|position| self.contradicted_by.get(&StatementIndex(position)))
            .copied()
    }

    /// What the portal had wrong, newest first.
    pub fn corrections(&self) -> &[Corrected] {
        &self.corrections
    }

    /// How the plans hang together.
    pub fn lineage(&self) -> &Lineage {
        &self.lineage
    }

    /// How many statements are proven in the clause that they cite, and how many are not counted
    /// so.
    pub fn grades(&self) -> Grades {
        self.grades
    }
}

fn ranks_by_name(portal: &Portal, language: Language) -> Vec<usize> {
    let collator = collator(language);
    let mut sorted: Vec<usize> = (0..portal.places.len()).collect();
    sorted.sort_by(|&left, &right| {
        let name = |place: usize| portal.places[place].name.get(language);
        collator.compare(name(left), name(right)).then(left.cmp(&right))
    });
    let mut ranks = vec![0; sorted.len()];
    for (rank, place) in sorted.into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{Place, sample};

    #[test]
    fn statements_are_found_by_indicator_place_and_plan() {
        let portal = sample::portal();
        let index = PortalIndex::new(&portal);
        let nursery = IndicatorIndex(0);
        assert!(
            index
                .of_indicator(nursery)
                .iter()
                .all(|&statement| portal.statement(statement).indicator == nursery)
        );
        assert_eq!(
            index.places_with(nursery).collect::<Vec<_>>(),
            [PlaceIndex(0), PlaceIndex(1), PlaceIndex(2)]
        );
        assert_eq!(index.at(nursery, PlaceIndex(1)).len(), 1);
        assert_eq!(index.communes_of(PlaceIndex(0)), [PlaceIndex(1)]);
        assert_eq!(index.newest_plans()[0], PlanIndex(3));
    }

    #[test]
    fn neighbours_are_those_around_a_place_by_name() {
        let mut portal = sample::portal();
        let (place, statement) = (
            portal.places[1].clone(),
            portal
                .statements
                .iter()
                .find(|statement| statement.place == PlaceIndex(1))
                .cloned()
                .expect("one"),
        );
        for number in 0..9 {
            let name = format!("Xã {number}");
            portal.places.push(Place {
                slug: format!("xa-{number}"),
                name: Localized::text(name.clone(), name),
                ..place.clone()
            });
            portal
                .statements
                .push(Statement { place: PlaceIndex(3 + number), ..statement.clone() });
        }
        let index = PortalIndex::new(&portal);
        let around = |place| {
            index
                .around(&portal, statement.indicator, PlaceIndex(place), 4, Language::Vi)
                .map(|place| place.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(around(7), [5, 6, 8, 9]);
        assert_eq!(around(1), [3, 4, 5, 6], "the first has those after it");
        assert_eq!(around(11), [7, 8, 9, 10], "the last has those before it");
        assert_eq!(around(0), [2], "a province has provinces round it");
        assert_eq!(
            index.parents_with(statement.indicator).collect::<Vec<_>>(),
            [(PlaceIndex(0), 10)]
        );
    }

    #[test]
    fn a_result_from_outside_the_plans_is_not_counted_as_proven() {
        let portal = sample::portal();
        assert_eq!(PortalIndex::new(&portal).grades().proven, portal.statements.len() - 1);
    }

    #[test]
    fn places_are_ranked_as_vietnamese_sorts_them() {
        let portal = sample::portal();
        let index = PortalIndex::new(&portal);
        // Cao Bằng stands after Lạng Sơn in the portal's list here, and before it by name.
        assert!(
            index.place_rank(PlaceIndex(2), Language::Vi)
                < index.place_rank(PlaceIndex(0), Language::Vi)
        );
    }
}
