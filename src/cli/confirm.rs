//! `minhbach confirm`: the English of a plan was checked against its Vietnamese; writes the
//! fingerprints of both.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::format::{Format, show};
use super::{FAILURE, FINDINGS, fail, say, statements};
use crate::content::{is_unfilled, lock};
use crate::diagnostic::{Code, Diagnostic, Level, Report, terminal};
use crate::language::{Language, Localized, cause};
use crate::portal::{Plan, PlanIndex, Portal, Translation, Unconfirmed};
use crate::{BuildOptions, Failure};

/// Confirms the plans named (`lang-son/243-2025` or their folders), or all of them. Its findings
/// are what keeps it from confirming.
pub fn run(
    options: &BuildOptions,
    named: &[String],
    format: Format,
    language: Language,
) -> ExitCode {
    let (report, portal) = match crate::check(options) {
        Ok(checked) => checked,
        Err(failure) => return fail(failure, format, language),
    };
    // The marks of a merge in an older confirmation are no reason not to write it anew: that is
    // their cure.
    let is_in_the_way = |finding: &Diagnostic| {
        finding.level() == Level::Error
            && !(finding.code == Code::MergeMarks && lock::is_lock(&finding.location.source))
    };
    let has_errors = report.sorted().into_iter().any(is_in_the_way);
    let Some(portal) = portal.filter(|_| !has_errors) else {
        if let Err(code) = show(&report, None, format, language) {
            return code;
        }
        let count = terminal::count(&report, language);
        say(
            &Localized::text(
                format!("{count}. Chưa xác nhận gì."),
                format!("{count}. Nothing was confirmed."),
            ),
            language,
        );
        return ExitCode::from(FINDINGS);
    };
    let all: Vec<(String, PathBuf, &Plan)> = (0..portal.plans.len())
        .map(|plan| place_of(&portal, PlanIndex(plan), &options.content))
        .collect();
    let is_named = |name: &str, (path, folder, _): &(String, PathBuf, &Plan)| {
        name.trim_end_matches('/') == path || Path::new(name) == folder
    };
    if let Some(unknown) = named.iter().find(|name| !all.iter().any(|plan| is_named(name, plan))) {
        let known = all.iter().map(|(path, ..)| path.as_str()).collect::<Vec<_>>().join(", ");
        say(
            &Localized::text(
                format!("cổng không có kế hoạch `{unknown}`; các kế hoạch: {known}"),
                format!("the portal has no plan `{unknown}`; its plans: {known}"),
            ),
            language,
        );
        return ExitCode::from(FAILURE);
    }
    let chosen: Vec<_> = all
        .iter()
        .filter(|plan| named.is_empty() || named.iter().any(|name| is_named(name, plan)))
        .collect();
    let (mut files, mut confirmed) = (Vec::new(), Vec::new());
    for (path, folder, plan) in chosen {
        if plan.translation == Translation::Pending {
            let english = std::fs::read_to_string(folder.join("plan.en.md")).unwrap_or_default();
            say(
                &if is_unfilled(&english) { unfilled_english(path) } else { no_english_yet(path) },
                language,
            );
            continue;
        }
        let file = match lock::of_plan(folder, &plan.text) {
            Ok(file) => file,
            Err(unread) => return fail(world(unread, "đọc", "read"), format, language),
        };
        let units = plan.text.vi.units.len();
        let pieces = if units == 1 { "piece" } else { "pieces" };
        let mut said = Localized::text(
            format!("{path}: đã xác nhận {units} đoạn"),
            format!("{path}: confirmed {units} {pieces}"),
        );
        for (state, vi, en) in [
            (Unconfirmed::Behind, "xác nhận lại", "confirmed anew"),
            (Unconfirmed::New, "đoạn mới", "new"),
        ] {
            let of_state = plan.unconfirmed.iter().filter(|(_, found)| **found == state);
            let anchors: Vec<_> =
                of_state.map(|(&unit, _)| plan.text.vi.unit(unit).anchor.as_str()).collect();
            if !anchors.is_empty() {
                let anchors = anchors.join(", ");
                said = Localized::text(
                    format!("{}; {vi}: {anchors}", said.vi),
                    format!("{}; {en}: {anchors}", said.en),
                );
            }
        }
        confirmed.push(said);
        files.push(file);
    }
    match lock::write(&files) {
        Ok(()) => {
            confirmed.iter().for_each(|said| say(said, language));
            match show(&Report::default(), Some(statements(&portal)), format, language) {
                Ok(()) => ExitCode::SUCCESS,
                Err(code) => code,
            }
        }
        Err(failed) => fail(world(failed, "ghi", "write"), format, language),
    }
}

fn no_english_yet(path: &str) -> Localized {
    Localized::text(
        format!(
            "{path}: chưa có bản tiếng Anh để xác nhận; dịch xong, hãy đặt plan.en.md cạnh \
             plan.vi.md, xóa dòng `translation: pending` trong plan.yaml, rồi gõ: minhbach \
             confirm {path}"
        ),
        format!(
            "{path}: there is no English to confirm yet; once it is whole, put plan.en.md \
             beside plan.vi.md, delete the line `translation: pending` from plan.yaml, then \
             type: minhbach confirm {path}"
        ),
    )
}

fn unfilled_english(path: &str) -> Localized {
    Localized::text(
        format!(
            "{path}: bản tiếng Anh còn chỗ chưa điền (‹ ›), nên chưa có gì để xác nhận; \
             minhbach check chỉ ra chỗ đó"
        ),
        format!(
            "{path}: the English is not filled in yet (‹ ›), so there is nothing to confirm; \
             minhbach check shows where"
        ),
    )
}

fn world((path, cause): (PathBuf, std::io::Error), vi: &str, en: &str) -> Failure {
    let (path, cause) = (path.display(), cause::cause(&cause));
    Failure::World(Localized::text(
        format!("không {vi} được `{path}`: {}", cause.vi),
        format!("cannot {en} `{path}`: {}", cause.en),
    ))
}

/// How relations name the plan, and its folder.
fn place_of<'portal>(
    portal: &'portal Portal,
    index: PlanIndex,
    content: &Path,
) -> (String, PathBuf, &'portal Plan) {
    let plan = portal.plan(index);
    let place = portal.place(plan.place);
    let provinces = content.join("provinces");
    let (path, folder) = match place.parent.map(|parent| portal.place(parent)) {
        Some(parent) => (
            format!("{}/{}", parent.slug, place.slug),
            provinces.join(&parent.slug).join("communes").join(&place.slug),
        ),
        None => (place.slug.clone(), provinces.join(&place.slug)),
    };
    (format!("{path}/{}", plan.slug), folder.join("plans").join(&plan.slug), plan)
}
