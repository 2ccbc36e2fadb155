//! How documents hang together: what a plan comes from, what comes from it, and which plans have a
//! source in common with it.
//!
//! Authors declare a relation at one end; here it is seen from both. A source in common is
//! computed, from number, issuer and date.

use std::collections::BTreeMap;

use crate::portal::{PlanIndex, Portal, Relation, RelationKind};

/// A document that plans come from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parent {
    Plan(PlanIndex),
    Outside((String, String, crate::language::date::Date)),
}

/// The relations of a whole portal, seen from the other end.
#[derive(Debug, Default)]
pub struct Lineage {
    /// For each plan, the plans that name it, and as what.
    named_by: Vec<Vec<(RelationKind, PlanIndex)>>,
    /// In the portal's order.
    children: BTreeMap<Parent, Vec<PlanIndex>>,
}

impl Lineage {
    pub fn new(portal: &Portal) -> Lineage {
        let mut lineage =
            Lineage { named_by: vec![Vec::new(); portal.plans.len()], children: BTreeMap::new() };
        for (position, plan) in portal.plans.iter().enumerate() {
            for relation in &plan.relations {
                if let Some(other) = relation.plan {
                    let named_by = &mut lineage.named_by[other.0];
                    if !named_by.contains(&(relation.kind, PlanIndex(position))) {
                        named_by.push((relation.kind, PlanIndex(position)));
                    }
                }
                if let Some(parent) = parent(relation) {
                    let children = lineage.children.entry(parent).or_default();
                    if children.last() != Some(&PlanIndex(position)) {
                        children.push(PlanIndex(position));
                    }
                }
            }
        }
        lineage
    }

    /// The plans that say that they replace this one, in the portal's order.
    pub fn replaced_by(&self, plan: PlanIndex) -> impl Iterator<Item = PlanIndex> {
        self.named_by(plan)
            .iter()
            .filter(|(kind, _)| *kind == RelationKind::Replaces)
            .map(|&(_, other)| other)
    }

    /// The plans that name this one, and as what, in the portal's order.
    pub fn named_by(&self, plan: PlanIndex) -> &[(RelationKind, PlanIndex)] {
        &self.named_by[plan.0]
    }

    /// At most `most` plans round a plan among those with the same source: neighbours in the portal
    /// are of the same province.
    pub fn around(&self, parent: &Parent, plan: PlanIndex, most: usize) -> (Vec<PlanIndex>, usize) {
        let children = self.children.get(parent).map_or(&[][..], Vec::as_slice);
        let at = children.partition_point(|&child| child < plan);
        let first = at.saturating_sub(most / 2).min(children.len().saturating_sub(most + 1));
        let shown: Vec<PlanIndex> = children
            .iter()
            .copied()
            .skip(first)
            .take(most + 1)
            .filter(|&child| child != plan)
            .take(most)
            .collect();
        let others = children.len() - usize::from(children.get(at) == Some(&plan));
        let more = others - shown.len();
        (shown, more)
    }
}

/// The document that a plan comes from by one of its relations, where it can be told from all
/// others.
pub fn parent(relation: &Relation) -> Option<Parent> {
    if !matches!(relation.kind, RelationKind::BasedOn | RelationKind::Implements) {
        return None;
    }
    relation.plan.map(Parent::Plan).or_else(|| relation.identity.key().map(Parent::Outside))
}
