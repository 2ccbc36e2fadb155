//! `minhbach check`: every mistake of the content in one run, and nothing written.

use std::process::ExitCode;

use super::{FINDINGS, fail, in_vietnamese_alone, say, show};
use crate::BuildOptions;
use crate::diagnostic::terminal;
use crate::language::{Language, Localized};

pub fn run(options: &BuildOptions, language: Language) -> ExitCode {
    let (report, portal) = match crate::check(options) {
        Ok(checked) => checked,
        Err(failure) => return fail(failure, language),
    };
    show(&report, language);
    let count = terminal::count(&report, language);
    match portal.filter(|_| !report.has_errors()) {
        Some(portal) => {
            let proven = crate::proven(&portal);
            let plans = portal.plans.len();
            let word = if plans == 1 { "plan" } else { "plans" };
            let found = if count.is_empty() { Localized::default() } else { Localized::text(format!("{count}; "), format!("{count}; ")) };
            let alone = in_vietnamese_alone(crate::in_vietnamese_alone(&portal));
            say(
                &Localized::text(
                    format!("{}nội dung dựng được: {plans} kế hoạch, {proven}/{} mục đã được chứng minh{}.", found.vi, portal.statements.len(), alone.vi),
                    format!("{}the content can be built: {plans} {word}, {proven}/{} statements proven{}.", found.en, portal.statements.len(), alone.en),
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
