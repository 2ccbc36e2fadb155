//! Plans that come before themselves by their relations.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::Rule;
use crate::assemble::Assembled;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::{Plan, PlanIndex};
use crate::wording::plan_name;

pub const RULE: Rule = Rule {
    codes: &[Code::RelationCycle],
    what: Localized {
        vi: "Không văn bản nào có trước chính nó.",
        en: "No document comes before itself.",
    },
    why: Localized {
        vi: "Các quan hệ đi vòng không cho biết kế hoạch nào có hiệu lực.",
        en: "Relations that go round in a circle do not tell which plan is in force.",
    },
    given: &[],
    bad: &[(
        "provinces/tinh-mau/plans/1-2025/plan.yaml",
        "relations:
  - {kind: implements, vi: Nghị quyết của xã Mẫu, en: The resolution of Sample Commune,
     plan: tinh-mau/xa-mau/2-2025}
",
    )],
    good: &[(
        "provinces/tinh-mau/plans/1-2025/plan.yaml",
        "relations:
  - {kind: based_on, vi: Nghị quyết số 5/NQ-HĐND, en: Resolution No. 5/NQ-HĐND,
     number: 5/NQ-HĐND, date: 2024-12-31}
",
    )],
    check,
};

/// Reports each circle once, at its first relation.
fn check(assembled: &Assembled, report: &mut Report) {
    let plans = &assembled.portal.plans;
    for mut relations in circles_of_relations(plans) {
        relations.sort_unstable();
        let location = |&(plan, number): &(usize, usize)| {
            assembled.origins.plans[plan].relations[number].location()
        };
        let Some((first, rest)) = relations.split_first() else { continue };
        let name = Localized::from_fn(|language| plan_name(&plans[first.0], language));
        let itself = rest.is_empty();
        let mut diagnostic = Diagnostic::new(
            Code::RelationCycle,
            location(first),
            if itself {
                Localized::text(
                    format!("{} có quan hệ với chính nó", name.vi),
                    format!("{} is related to itself", name.en),
                )
            } else {
                Localized::text(
                    format!("các quan hệ đi vòng: {} đứng trước chính nó", name.vi),
                    format!("the relations go round: {} stands before itself", name.en),
                )
            },
            Localized::text("quan hệ này", "this relation"),
            Localized::text(
                "xóa hoặc sửa một quan hệ để không văn bản nào có trước chính nó",
                "delete or mend one relation, so that no document comes before itself",
            ),
        );
        for other in rest {
            diagnostic = diagnostic
                .with_related(location(other), Localized::text("và quan hệ này", "and this one"));
        }
        report.add(diagnostic);
    }
}

/// The plan and the number of each relation that lies in a circle.
pub fn relations_in_circles(plans: &[Plan]) -> BTreeSet<(usize, usize)> {
    circles_of_relations(plans).into_iter().flatten().collect()
}

/// The relations of each circle of plans of which every one comes before the next.
fn circles_of_relations(plans: &[Plan]) -> Vec<Vec<(usize, usize)>> {
    // From the earlier plan to the later, with the relation that says so.
    let mut later: Vec<Vec<(usize, (usize, usize))>> = vec![Vec::new(); plans.len()];
    for (at, plan) in plans.iter().enumerate() {
        for (number, relation) in plan.relations.iter().enumerate() {
            let Some(PlanIndex(other)) = relation.plan else { continue };
            let (from, to) =
                if relation.kind.declared_by_later() { (other, at) } else { (at, other) };
            later[from].push((to, (at, number)));
        }
    }
    let circles = circles(&later);
    let mut found: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (from, edges) in later.iter().enumerate() {
        for &(to, relation) in edges {
            if circles[from] == circles[to] {
                found.entry(circles[from]).or_default().push(relation);
            }
        }
    }
    found.into_values().collect()
}

/// For each node the number of the circle that it stands in: two have the same number just if each
/// is reached from the other. Tarjan's way of finding strongly connected components, with a stack
/// of its own in place of recursion.
pub fn circles(edges: &[Vec<(usize, (usize, usize))>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let (mut seen, mut lowest, mut circle) =
        (vec![UNSEEN; count], vec![0; count], vec![UNSEEN; count]);
    let (mut clock, mut open, mut way): (usize, Vec<usize>, Vec<(usize, usize)>) =
        (0, Vec::new(), Vec::new());
    for start in 0..count {
        if seen[start] != UNSEEN {
            continue;
        }
        way.push((start, 0));
        while let Some(&mut (node, ref mut next)) = way.last_mut() {
            if *next == 0 {
                (seen[node], lowest[node]) = (clock, clock);
                clock += 1;
                open.push(node);
            }
            if let Some(&(to, _)) = edges[node].get(*next) {
                *next += 1;
                if seen[to] == UNSEEN {
                    way.push((to, 0));
                } else if circle[to] == UNSEEN {
                    lowest[node] = lowest[node].min(seen[to]);
                }
                continue;
            }
            way.pop();
            if let Some(&(parent, _)) = way.last() {
                lowest[parent] = lowest[parent].min(lowest[node]);
            }
            if lowest[node] == seen[node] {
                while let Some(member) = open.pop() {
                    circle[member] = node;
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    circle
}
