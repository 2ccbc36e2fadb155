//! `minhbach build`: content to `site/`, with a progress bar on a terminal and one line at the end.

use std::process::ExitCode;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use super::format::{Format, show};
use super::{beside_the_proven, fail, say};
use crate::diagnostic::json::Statements;
use crate::language::{Language, Localized};
use crate::{BuildOptions, Pictures, Summary};

pub fn run(options: &BuildOptions, format: Format, language: Language) -> ExitCode {
    match build(options, format, language) {
        Ok(_) => ExitCode::SUCCESS,
        Err(code) => code,
    }
}

/// Builds and says what came of it; the code to exit with where it failed.
pub fn build(
    options: &BuildOptions,
    format: Format,
    language: Language,
) -> Result<Summary, ExitCode> {
    let start = Instant::now();
    // Draws on standard error, and only where that is a terminal.
    let bar = ProgressBar::no_length().with_style(
        ProgressStyle::with_template("{bar:40} {pos}/{len}").expect("the template is right"),
    );
    let result = crate::build(options, &|done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let summary = result.map_err(|failure| fail(failure, format, language))?;
    show(&summary.report, Some(statements(&summary)), format, language)?;
    if options.timings {
        for (stage, time) in &summary.timings {
            eprintln!("{stage:>10}  {:>9.1} ms", time.as_secs_f64() * 1000.0);
        }
    }
    if let Some(message) = &summary.pictures.not_kept {
        say(message, language);
    }
    say(
        &line(&summary, start.elapsed().as_secs_f64(), &options.out.display().to_string()),
        language,
    );
    Ok(summary)
}

/// Pages, charts, statements proven, seconds.
fn line(summary: &Summary, seconds: f64, out: &str) -> Localized {
    let Summary { pages, charts, proven, statements: all_statements, pictures, .. } = summary;
    let beside = beside_the_proven(statements(summary));
    let Pictures { all, drawn, .. } = pictures;
    let of_pictures = match all {
        0 => Localized::default(),
        _ => Localized::text(
            format!(", {all} ảnh ({drawn} ảnh vẽ mới)"),
            format!(", {all} pictures ({drawn} drawn anew)"),
        ),
    };
    Localized::text(
        format!(
            "{pages} trang, {charts} biểu đồ{}, {proven}/{all_statements} mục đã được chứng \
             minh trong điều khoản dẫn{}; {} giây → {out}",
            of_pictures.vi,
            beside.vi,
            format!("{seconds:.2}").replace('.', ",")
        ),
        format!(
            "{pages} pages, {charts} charts{}, {proven}/{all_statements} statements proven in \
             the clauses they cite{}; {seconds:.2} seconds → {out}",
            of_pictures.en, beside.en
        ),
    )
}

fn statements(summary: &Summary) -> Statements {
    let &Summary {
        statements,
        proven,
        read_by_editor,
        aims,
        reported,
        in_vietnamese_alone,
        uncertain,
        ..
    } = summary;
    Statements {
        all: statements,
        proven,
        read_by_editor,
        aims,
        reported,
        in_vietnamese_alone,
        uncertain,
    }
}
