//! `minhbach import`: the folder of a plan from its signed document, what was read there, and what
//! to do next.

use std::path::Path;
use std::process::ExitCode;

use super::new::{content_option, in_shell, step};
use super::{refused, say};
use crate::import::{self, Asked, Imported};
use crate::language::{Language, Localized};

pub fn run(content: &Path, asked: &Asked, language: Language) -> ExitCode {
    match import::import(content, asked) {
        Ok(imported) => {
            say(&told(content, &imported), language);
            ExitCode::SUCCESS
        }
        Err(refusal) => refused(refusal, language),
    }
}

fn told(content: &Path, imported: &Imported) -> Localized {
    let files: Vec<Localized> = imported
        .made
        .files
        .iter()
        .map(|file| Localized::text(file.display().to_string(), file.display().to_string()))
        .collect();
    let folder = imported
        .made
        .files
        .first()
        .and_then(|file| file.parent())
        .map_or_else(String::new, |folder| folder.display().to_string());
    let next = [
        step("plan.yaml", "điền những chỗ còn ‹ ›", "fill in what stands between ‹ ›"),
        step("plan.vi.md", "đối chiếu với bản ký", "hold it against the signed copy"),
        step(
            "targets.yaml",
            "chọn chỉ tiêu cho từng con số, bỏ dấu # ở mục cần dùng",
            "choose the indicator of each figure, take the # away from the rows to use",
        ),
        step(
            format!("minhbach clauses {}", in_shell(&folder)),
            "xem mã neo của từng đoạn",
            "see the anchor of each piece",
        ),
        step(
            format!("minhbach serve{}", content_option(content)),
            "xem trang của kế hoạch",
            "look at the plan's page",
        ),
    ];
    let parts = [
        (Localized::new("đã tạo:", "made:"), &files[..]),
        (Localized::new("đã đọc:", "read:"), &imported.read),
        (Localized::new("hãy xem lại:", "look at:"), &imported.look_at),
        (Localized::new("tiếp theo:", "next:"), &next),
    ];
    Localized::from_fn(|language| {
        let said = parts.iter().filter(|(_, lines)| !lines.is_empty()).map(|(head, lines)| {
            let lines: String =
                lines.iter().map(|line| format!("\n  {}", line.get(language))).collect();
            format!("{}{lines}", head.get(language))
        });
        said.collect::<Vec<_>>().join("\n")
    })
}
