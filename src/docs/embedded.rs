//! The pages of `docs/`, in the binary, in the order of the table of contents. A test holds this
//! list to the files.

use super::Page;
use crate::language::Localized;

macro_rules! pages {
    ($($name:literal,)+) => {
        &[$(Page {
            name: $name,
            text: Localized {
                vi: include_str!(concat!("../../docs/vi/", $name, ".md")),
                en: include_str!(concat!("../../docs/en/", $name, ".md")),
            },
        },)+]
    };
}

pub const PAGES: &[Page] = pages![
    "README",
    "tutorial",
    "how-to/add-plan",
    "how-to/report-results",
    "how-to/correct-figure",
    "how-to/replace-plan",
    "how-to/merge-places",
    "how-to/rename",
    "how-to/withdraw",
    "how-to/translate",
    "how-to/find-mistake",
    "how-to/read-table",
    "how-to/embed-chart",
    "how-to/change-theme",
    "how-to/host",
    "how-to/restore",
    "how-to/upgrade",
    "how-to/check-on-github",
    "reference/commands",
    "reference/files",
    "reference/targets",
    "reference/spellings",
    "reference/plan-text",
    "reference/diagnostics",
    "reference/findings",
    "reference/data",
    "reference/theme",
    "reference/evidence",
    "reference/tables",
    "explanation/proven",
    "explanation/grades",
    "explanation/status",
    "explanation/revisions",
    "explanation/same-input",
    "explanation/architecture",
];
