//! The relations of plans to other documents, resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::catalogue::unknown;
use super::origins::Related;
use super::paths::plan_path;
use crate::content::{fields::closest, records::RelationRecord};
use crate::diagnostic::{Code, Report, Source};
use crate::language::Localized;
use crate::portal::{DocumentIdentity, Place, Plan, PlanIndex, Relation};

/// A plan's relations, and where each of them stands.
pub fn relations(
    records: Vec<RelationRecord>,
    source: &Arc<Source>,
) -> (Vec<Relation>, Vec<Related>) {
    let split = |RelationRecord {
                     place,
                     kind,
                     document,
                     document_places: _,
                     number,
                     issuer,
                     date,
                     plan,
                     note,
                 }: RelationRecord| {
        let related = Related {
            source: Arc::clone(source),
            place,
            plan,
            number: number.as_ref().map(|number| number.range.clone()),
            date: date.as_ref().map(|date| date.range.clone()),
        };
        let identity = DocumentIdentity {
            number: number.map(|number| number.value),
            issuer,
            date: date.map(|date| date.value),
        };
        (Relation { kind, document, identity, plan: None, note }, related)
    };
    records.into_iter().map(split).unzip()
}

/// Gives each relation to a plan of this portal its plan: the one that it names, or the one with
/// its number, issuer and date.
///
/// `folders` names every plan that has a folder: one that could not be read has been reported
/// already.
pub fn resolve(
    plans: &mut [Plan],
    related: &[&[Related]],
    places: &[Place],
    folders: &BTreeSet<String>,
    report: &mut Report,
) {
    let by_path: BTreeMap<String, PlanIndex> = plans
        .iter()
        .enumerate()
        .map(|(index, plan)| (plan_path(places, plan.place, &plan.slug), PlanIndex(index)))
        .collect();
    let identities: Vec<DocumentIdentity> = plans.iter().map(Plan::identity).collect();
    let mut by_identity = BTreeMap::new();
    for (index, identity) in identities.iter().enumerate() {
        if let Some(key) = identity.key() {
            by_identity.entry(key).or_insert(PlanIndex(index));
        }
    }
    for (plan, related) in plans.iter_mut().zip(related) {
        for (relation, related) in plan.relations.iter_mut().zip(*related) {
            let Some(name) = &related.plan else {
                relation.plan =
                    relation.identity.key().and_then(|key| by_identity.get(&key).copied());
                continue;
            };
            relation.plan = by_path.get(&name.value).copied();
            if !folders.contains(&name.value) {
                report.add(unknown(
                    Code::UnknownReference,
                    name.location(&related.source),
                    Localized::text(
                        format!("cổng không có kế hoạch `{}`", name.value),
                        format!("the portal has no plan `{}`", name.value),
                    ),
                    closest(&name.value, folders.iter().map(String::as_str)),
                ));
            }
        }
    }
}
