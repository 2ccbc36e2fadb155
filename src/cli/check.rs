//! `minhbach check`: every mistake of the content in one run, and nothing written.

use std::process::ExitCode;

use super::format::{Format, show};
use super::{FINDINGS, beside_the_proven, fail, say, statements};
use crate::BuildOptions;
use crate::diagnostic::json::Statements;
use crate::diagnostic::terminal;
use crate::language::{Language, Localized};

pub fn run(options: &BuildOptions, format: Format, language: Language) -> ExitCode {
    let (report, portal) = match crate::check(options) {
        Ok(checked) => checked,
        Err(failure) => return fail(failure, format, language),
    };
    let portal = portal.filter(|_| !report.has_errors());
    let statements = portal.as_ref().map(statements);
    if let Err(code) = show(&report, statements, format, language) {
        return code;
    }
    let count = terminal::count(&report, language);
    match portal.zip(statements) {
        Some((portal, statements)) => {
            let Statements { all, proven, .. } = statements;
            let plans = portal.plans.len();
            let word = if plans == 1 { "plan" } else { "plans" };
            let found = if count.is_empty() {
                Localized::default()
            } else {
                Localized::text(format!("{count}; "), format!("{count}; "))
            };
            let beside = beside_the_proven(statements);
            say(
                &Localized::text(
                    format!(
                        "{}nội dung dựng được: {plans} kế hoạch, {proven}/{all} mục đã được \
                         chứng minh{}.",
                        found.vi, beside.vi
                    ),
                    format!(
                        "{}the content can be built: {plans} {word}, {proven}/{all} statements \
                         proven{}.",
                        found.en, beside.en
                    ),
                ),
                language,
            );
            ExitCode::SUCCESS
        }
        None => {
            say(&Localized::text(format!("{count}."), format!("{count}.")), language);
            ExitCode::from(FINDINGS)
        }
    }
}
