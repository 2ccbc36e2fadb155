//! `minhbach check`: every mistake of the content in one run, and nothing written.

use std::process::ExitCode;

use super::format::{Format, show};
use super::{FINDINGS, fail, in_vietnamese_alone, say, statements};
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
        Some((portal, Statements { all, proven, in_vietnamese_alone: alone })) => {
            let plans = portal.plans.len();
            let word = if plans == 1 { "plan" } else { "plans" };
            let found = if count.is_empty() { Localized::default() } else { Localized::text(format!("{count}; "), format!("{count}; ")) };
            let alone = in_vietnamese_alone(alone);
            say(
                &Localized::text(
                    format!("{}nội dung dựng được: {plans} kế hoạch, {proven}/{all} mục đã được chứng minh{}.", found.vi, alone.vi),
                    format!("{}the content can be built: {plans} {word}, {proven}/{all} statements proven{}.", found.en, alone.en),
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
