//! What the parts of a plan's folder say of each other: anchors of its text, ids of its rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::catalogue::{duplicate_id, unknown};
use crate::content::fields::{At, closest};
use crate::diagnostic::{Code, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{PlanText, UnitIndex};

/// The unit with an anchor; a clause's anchor stands for its head, or for the first unit in it.
pub fn cited_unit(
    anchor: &At<String>,
    text: &PlanText,
    source: &Arc<Source>,
    report: &mut Report,
) -> Option<UnitIndex> {
    let found = text.unit_by_anchor(&anchor.value).or_else(|| {
        let clause = text.clauses.iter().position(|clause| clause.anchor == anchor.value)?;
        text.clauses[clause]
            .head
            .or_else(|| text.units.iter().position(|unit| unit.clause.0 == clause).map(UnitIndex))
    });
    if found.is_none() {
        let mut diagnostic = unknown(
            Code::UnknownClause,
            anchor.location(source),
            Localized::text(
                format!("văn bản không có đoạn `{}`", anchor.value),
                format!("the text has no unit `{}`", anchor.value),
            ),
            closest(&anchor.value, text.units.iter().map(|unit| unit.anchor.as_str())),
        );
        let close = closest(&anchor.value, text.units.iter().map(|unit| unit.anchor.as_str()));
        let list = Localized::text(
            "`minhbach clauses <thư mục kế hoạch>` liệt kê mọi mã neo",
            "`minhbach clauses <plan folder>` lists every anchor",
        );
        diagnostic.cure = match close {
            Some(_) => Localized {
                vi: format!("{} {}", diagnostic.cure.vi, list.vi),
                en: format!("{} {}", diagnostic.cure.en, list.en),
            },
            None => list,
        };
        report.add(diagnostic);
    }
    found
}

/// Rows of one plan must not share an id.
pub fn check_ids(ids: &[(String, Location)], report: &mut Report) {
    let mut seen: BTreeMap<&str, &Location> = BTreeMap::new();
    for (id, location) in ids {
        if let Some(first) = seen.get(id.as_str()) {
            report.add(duplicate_id(location.clone(), (*first).clone(), id));
        } else {
            seen.insert(id, location);
        }
    }
}
