//! What lies in a content folder: its files, and what is none and so would be lost without a word.

use std::path::Path;
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::{ReadError, shown_path};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;

/// The folder of the author's own files for the site.
const OWN: &str = "static";

/// The files below the folder, as path components, sorted. The folder itself may be a link, since
/// the user named it; nothing below it may.
pub fn files_of(folder: &Path, report: &mut Report) -> Result<Vec<Vec<String>>, ReadError> {
    let mut files = Vec::new();
    let mut half_made = Vec::new();
    let walk =
        WalkDir::new(folder).follow_links(false).max_depth(16).sort_by_file_name().into_iter();
    let is_read = |entry: &DirEntry| {
        if entry.depth() > 0 && is_half_made(entry) {
            half_made.push(entry.path().to_owned());
        }
        entry.depth() == 0 || !is_left_out(entry, folder)
    };
    for entry in walk.filter_entry(is_read) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            let cause = error
                .into_io_error()
                .unwrap_or_else(|| std::io::Error::other("links form a circle"));
            ReadError { path, cause }
        })?;
        if entry.depth() == 0 {
            if !entry.path().is_dir() {
                return Err(ReadError {
                    path: folder.to_owned(),
                    cause: std::io::Error::from(std::io::ErrorKind::NotADirectory),
                });
            }
            continue;
        }
        let file = parts(entry.path(), folder);
        if entry.file_type().is_file() {
            files.push(file);
        } else if !entry.file_type().is_dir() {
            report.add(linked(&entry, shown_path(folder, &file)));
        }
    }
    for path in half_made {
        report.add(left_behind(shown(&path, folder)));
    }
    files.sort();
    Ok(files)
}

/// The hidden folder in which `new` makes what is to stand beside it.
fn is_half_made(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') && name.ends_with(".minhbach-new")
}

fn left_behind(shown: String) -> Diagnostic {
    let source = Arc::new(Source { path: shown, text: String::new() });
    Diagnostic::new(
        Code::UnknownFile,
        Location::file(&source),
        Localized::text(
            "còn lại của một lệnh `minhbach new` bị ngắt giữa chừng",
            "left by a `minhbach new` that was interrupted",
        ),
        Localized::text("không có gì đọc thư mục này", "nothing reads this folder"),
        Localized::text(
            "xóa thư mục này, rồi gõ lại lệnh ấy",
            "delete this folder, and type that command again",
        ),
    )
}

fn shown(path: &Path, folder: &Path) -> String {
    shown_path(folder, &parts(path, folder))
}

fn parts(path: &Path, folder: &Path) -> Vec<String> {
    let relative = path.strip_prefix(folder).expect("the walk stays in the folder");
    relative
        .components()
        .map(|component| component.as_os_str().to_string_lossy().into_owned())
        .collect()
}

fn linked(entry: &DirEntry, shown: String) -> Diagnostic {
    let name = entry.file_name().to_string_lossy().into_owned();
    let is_link = entry.file_type().is_symlink();
    let what = match is_link {
        true => Localized::new(
            "là một liên kết, mà liên kết trong thư mục nội dung không được đọc",
            "is a link, and links in the content folder are not read",
        ),
        false => Localized::new(
            "không phải là tệp hay thư mục thường",
            "is neither a plain file nor a folder",
        ),
    };
    let cure = match (is_link, entry.path().is_dir()) {
        (true, true) => Localized::text(
            "thay liên kết bằng chính thư mục ấy",
            "put the folder itself in the place of the link",
        ),
        (true, false) => Localized::text(
            "thay liên kết bằng chính tệp ấy",
            "put the file itself in the place of the link",
        ),
        (false, _) => Localized::text("đặt một tệp thường vào đây", "put a plain file here"),
    };
    let source = Arc::new(Source { path: shown, text: String::new() });
    Diagnostic::new(
        Code::LinkedFile,
        Location::file(&source),
        Localized::text(format!("`{name}` {}", what.vi), format!("`{name}` {}", what.en)),
        Localized::text("những gì ở đây không được đọc", "nothing of it is read"),
        cure,
    )
}

/// Files that editors and desktops leave behind: `.git`, `Thumbs.db`, `~$plan.docx`. Among the
/// site's own, servers want hidden ones: `.htaccess`.
fn is_left_out(entry: &DirEntry, folder: &Path) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_own = entry.depth() > 1
        && entry.path().strip_prefix(folder).is_ok_and(|path| path.starts_with(OWN));
    let is_hidden = name.starts_with('.');
    let is_of_a_program = name.starts_with("~$")
        || ["thumbs.db", "desktop.ini", ".ds_store"].contains(&name.to_lowercase().as_str());
    is_of_a_program || is_hidden && !(is_own && is_for_a_server(&name))
}

fn is_for_a_server(name: &str) -> bool {
    !name.starts_with("._")
        && !name.starts_with(".git")
        && !name.ends_with('~')
        && ![".swp", ".swo", ".minhbach-new"].iter().any(|ending| name.ends_with(ending))
}
