//! `minhbach new`: a portal, a place, a plan or a page to begin with, and what to do next.

use std::path::Path;
use std::process::ExitCode;

use super::arguments::{self, New};
use super::{refused, say};
use crate::language::{Language, Localized};
use crate::scaffold::{self, Made};

pub fn run(asked: &New, language: Language) -> ExitCode {
    let made = match asked {
        New::Portal { folder } => scaffold::portal(folder),
        New::Place { content, place } => scaffold::place(content, place),
        New::Plan { content, plan } => scaffold::plan(content, plan),
        New::Page { content, page, title } => scaffold::page(content, page, *title),
    };
    match made {
        Ok(made) => {
            say(&told(asked, &made), language);
            ExitCode::SUCCESS
        }
        Err(refusal) => refused(refusal, language),
    }
}

/// What was made, and what to do next.
fn told(asked: &New, made: &Made) -> Localized {
    let files: String = made.files.iter().map(|file| format!("\n  {}", file.display())).collect();
    let next = next(asked, made);
    Localized::text(
        format!("đã tạo:{files}\ntiếp theo:{}", next.vi),
        format!("made:{files}\nnext:{}", next.en),
    )
}

fn next(asked: &New, made: &Made) -> Localized {
    let name = &made.name;
    let lines: Vec<Localized> = match asked {
        New::Portal { folder } => [
            // Who is there already has nowhere to go.
            (folder.as_os_str() != ".").then(|| {
                step(
                    format!("cd {}", in_shell(&folder.display().to_string())),
                    "vào thư mục của cổng",
                    "go to the portal's folder",
                )
            }),
        ]
        .into_iter()
        .flatten()
        .chain([
            step(
                "minhbach serve",
                "xem cổng mẫu tại http://127.0.0.1:8000/",
                "look at it at http://127.0.0.1:8000/",
            ),
            step(
                "content/portal.yaml",
                "sửa tên cổng, ngày và ban biên tập",
                "change its title, its day and its editors",
            ),
            step(
                "minhbach new place \"Lạng Sơn\"",
                "thêm tỉnh của bạn; xong thì xóa thư mục tinh-mau",
                "add your own province; then delete the folder tinh-mau",
            ),
        ])
        .collect(),
        New::Place { content, .. } => vec![
            step(
                format!(
                    "minhbach new plan {name} 43/KH-UBND --date 2026-01-15{}",
                    content_option(content)
                ),
                "thêm một kế hoạch, với số hiệu và ngày của nó",
                "add a plan, with its own number and date",
            ),
            step(
                format!("minhbach serve{}", content_option(content)),
                "xem trang của nơi này",
                "look at its page",
            ),
        ],
        New::Plan { content, .. } => {
            let folder = made
                .files
                .first()
                .and_then(|file| file.parent())
                .map_or_else(String::new, |folder| folder.display().to_string());
            vec![
                step(
                    "plan.yaml",
                    "ghi tên văn bản bằng hai thứ tiếng",
                    "write its title in both languages",
                ),
                step(
                    "plan.vi.md, plan.en.md",
                    "chép văn bản vào, giữ nguyên số thứ tự",
                    "put the text in, with its labels as they are printed",
                ),
                step(
                    format!("minhbach clauses {}", in_shell(&folder)),
                    "xem mã neo của từng đoạn",
                    "see the anchor of each piece",
                ),
                step(
                    "targets.yaml",
                    "ghi từng mục tiêu theo mẫu trong tệp",
                    "write each target by the model in the file",
                ),
                step(
                    format!("minhbach check{}", content_option(content)),
                    "xem còn chỗ nào chưa điền, chưa khớp",
                    "see what is not filled in, or does not match",
                ),
            ]
        }
        New::Page { content, .. } => vec![
            step(
                "",
                "viết trang bằng cả hai thứ tiếng vào hai tệp trên",
                "write the page into both files, in both languages",
            ),
            step(
                "",
                format!("dẫn đến trang từ trang khác: [lời]({name}.html)"),
                format!("lead to it from another page: [words]({name}.html)"),
            ),
            step(
                format!("minhbach check{}", content_option(content)),
                "xem còn chỗ nào chưa điền",
                "see what is not filled in",
            ),
        ],
    };
    Localized::from_fn(|language| {
        lines.iter().map(|line| format!("\n  {}", line.get(language))).collect()
    })
}

/// What to type or to open, and what for.
pub(super) fn step(typed: impl AsRef<str>, vi: impl AsRef<str>, en: impl AsRef<str>) -> Localized {
    let typed = typed.as_ref();
    let colon = if typed.is_empty() { "" } else { ": " };
    Localized::text(
        format!("{typed}{colon}{}", vi.as_ref()),
        format!("{typed}{colon}{}", en.as_ref()),
    )
}

pub(super) fn content_option(content: &Path) -> String {
    if content == Path::new(arguments::CONTENT) {
        String::new()
    } else {
        format!(" --content {}", in_shell(&content.display().to_string()))
    }
}

/// A path as a shell takes it: in quotes where it has signs of the shell's own.
pub(super) fn in_shell(path: &str) -> String {
    let is_plain = |letter: char| {
        letter.is_alphanumeric() || "/._-:".contains(letter) || (cfg!(windows) && letter == '\\')
    };
    if path.chars().all(is_plain) && !path.starts_with('-') {
        path.to_owned()
    } else if path.starts_with('-') {
        in_shell(&format!("./{path}"))
    } else if !path.contains(['"', '$', '`', '\\', '!', '%']) || cfg!(windows) {
        format!("\"{path}\"")
    } else {
        // Nothing but its own end means anything in single quotes.
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(windows))]
    #[test]
    fn a_path_is_quoted_as_a_shell_takes_it() {
        for (path, typed) in [
            ("cổng-mới/content", "cổng-mới/content"),
            ("cổng mới", "\"cổng mới\""),
            ("a;b", "\"a;b\""),
            ("$(rm -r x)", "'$(rm -r x)'"),
            ("a`b'c", "'a`b'\\''c'"),
            ("-x y", "\"./-x y\""),
        ] {
            assert_eq!(in_shell(path), typed);
        }
    }
}
