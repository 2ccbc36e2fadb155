//! `minhbach clauses`: the anchors of a plan's text, one line each, to cite in `targets.yaml`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::format::{Format, show};
use super::{FINDINGS, fail};
use crate::Failure;
use crate::content::merge;
use crate::diagnostic::{Report, Source};
use crate::language::{Language, Localized, cause};
use crate::markdown;

pub fn run(folder: &Path, language: Language) -> ExitCode {
    let path = |language: Language| folder.join(format!("plan.{}.md", language.code()));
    // While the English is pending the anchors are those of the Vietnamese all the same.
    let of_text = if path(language).exists() { language } else { Language::Vi };
    let path = path(of_text);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            let (path, cause) = (path.display(), cause::cause(&error));
            let message = Localized::text(
                format!(
                    "không đọc được `{path}`: {}; hãy chỉ thư mục của một kế hoạch, nơi có tệp \
                     plan.vi.md",
                    cause.vi
                ),
                format!(
                    "cannot read `{path}`: {}; name the folder of a plan, the one with plan.vi.md",
                    cause.en
                ),
            );
            return fail(Failure::World(message), Format::Text, language);
        }
    };
    let source = Arc::new(Source {
        path: path.display().to_string(),
        text: text.trim_start_matches('\u{feff}').to_owned(),
    });
    let mut report = Report::default();
    let source = merge::read(source, &mut report);
    let text = markdown::plan_text(&source, of_text, &mut report);
    // A reader that closes the pipe early (`| head`) is no failure.
    let _ = std::io::stdout().lock().write_all(markdown::outline(&text).as_bytes());
    match show(&report, None, Format::Text, language) {
        Ok(()) if report.has_errors() => ExitCode::from(FINDINGS),
        Ok(()) => ExitCode::SUCCESS,
        Err(code) => code,
    }
}
