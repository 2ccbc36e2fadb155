//! Rows of other plans, by the name that the data files give them:
//! `lang-son/43-2022/nursery-enrolment-2025`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::catalogue::unknown;
use crate::content::fields::{At, closest};
use crate::diagnostic::{Code, Location, Report, Source};
use crate::language::Localized;
use crate::portal::StatementIndex;

/// Every row of every plan.
#[derive(Default)]
pub struct RowNames {
    proven: BTreeMap<String, StatementIndex>,
    /// Those of rows that could not be proven, which have been reported already.
    unproven: BTreeSet<String>,
    /// Plans that could not be read, with a stroke after them.
    unread: BTreeSet<String>,
    /// Where each row stands in its author's file.
    locations: BTreeMap<StatementIndex, Location>,
}

impl RowNames {
    /// `folders` names every plan that has a folder.
    pub fn new(folders: &BTreeSet<String>) -> RowNames {
        RowNames {
            unread: folders.iter().map(|folder| format!("{folder}/")).collect(),
            ..RowNames::default()
        }
    }

    /// Adds the rows of a plan: all their ids, and those that are proven with their places.
    pub fn add(
        &mut self,
        plan: &str,
        ids: Vec<String>,
        proven: impl Iterator<Item = (String, StatementIndex, Location)>,
    ) {
        self.unread.remove(&format!("{plan}/"));
        for (id, at, location) in proven {
            self.proven.insert(format!("{plan}/{id}"), at);
            self.locations.insert(at, location);
        }
        self.unproven.extend(ids.into_iter().map(|id| format!("{plan}/{id}")));
    }

    pub fn location(&self, at: StatementIndex) -> Option<&Location> {
        self.locations.get(&at)
    }

    /// The row with this name; one that nothing has is reported.
    pub fn find(
        &self,
        name: &At<String>,
        source: &Arc<Source>,
        report: &mut Report,
    ) -> Option<StatementIndex> {
        let found = self.proven.get(&name.value).copied();
        let is_reported = || {
            self.unproven.contains(&name.value)
                || name
                    .value
                    .rsplit_once('/')
                    .is_some_and(|(plan, _)| self.unread.contains(&format!("{plan}/")))
        };
        if found.is_none() && !is_reported() {
            report.add(unknown(
                Code::UnknownReference,
                name.location(source),
                Localized::text(
                    format!(
                        "cổng không có mục `{}`; viết <địa phương>/<kế hoạch>/<mã mục>",
                        name.value
                    ),
                    format!(
                        "the portal has no row `{}`; write <place>/<plan>/<id of the row>",
                        name.value
                    ),
                ),
                closest(&name.value, self.proven.keys().map(String::as_str)),
            ));
        }
        found
    }
}
