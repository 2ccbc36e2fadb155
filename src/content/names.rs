//! Names that not every file system can hold, or can hold beside another one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::wrong_value;
use super::{OwnFile, shown_path};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;

/// What stands at the top of every site.
const OF_THE_PORTAL: [&str; 8] =
    ["vi", "en", "assets", "data", "index.html", "404.html", "sitemap.xml", ".minhbach"];

/// The one made file that an author's own may stand in for.
const ROBOTS: &str = "robots.txt";

/// Whether Windows takes the name for a device, whatever its ending: `con`, `NUL.txt`, `com1`.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    };
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// Reports an own file that would take the place of the portal's, or that some file systems cannot
/// hold.
pub fn check_own(folder: &std::path::Path, file: &[String], report: &mut Report) {
    let own = &file[1..];
    let (path, top) = (own.join("/"), own[0].to_lowercase());
    let location = || {
        Location::file(&Arc::new(Source { path: shown_path(folder, file), text: String::new() }))
    };
    if OF_THE_PORTAL.contains(&top.as_str())
        || top.starts_with("sitemap-")
        || (top == ROBOTS && own[0] != ROBOTS)
    {
        report.add(wrong_value(
            location(),
            Localized::text(
                format!("`{path}` sẽ đè lên tệp của cổng"),
                format!("`{path}` would stand in the place of the portal's own"),
            ),
            Localized::text(
                format!("dùng tên khác; của cổng: {}", OF_THE_PORTAL.join(", ")),
                format!("use another name; the portal's own: {}", OF_THE_PORTAL.join(", ")),
            ),
        ));
    } else if let Some(name) = own.iter().find(|name| !is_portable(name)) {
        report.add(wrong_value(
            location(),
            Localized::text(
                format!("Windows không có tệp nào tên là `{name}`"),
                format!("Windows can have no file named `{name}`"),
            ),
            Localized::text(
                "đổi tên; không dùng con, nul, aux, prn, com1, lpt1, các dấu < > : \" | ? * \\, \
                 và không kết thúc bằng dấu chấm hay dấu cách",
                "rename it; use none of con, nul, aux, prn, com1, lpt1, none of the signs < > : \
                 \" | ? * \\, and no point or space at its end",
            ),
        ));
    }
}

fn is_portable(name: &str) -> bool {
    !is_device(name)
        && !name.ends_with(['.', ' '])
        && !name.chars().any(|sign| "<>:\"|?*\\".contains(sign) || sign.is_control())
}

/// Reports own files, and folders of them, whose paths differ only in case: on Windows and macOS
/// one would take the place of the other.
pub fn check_twins(folder: &std::path::Path, own: &[OwnFile], report: &mut Report) {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    for OwnFile { path, .. } in own {
        let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
        let twin = ends.map(|end| &path[..end]).find_map(|part| {
            let known = *first.entry(part.to_lowercase()).or_insert(part);
            (known != part).then_some((part, known))
        });
        let Some((part, known)) = twin else { continue };
        let shown = |path: &str| {
            Arc::new(Source {
                path: shown_path(folder, &["static".to_owned(), path.to_owned()]),
                text: String::new(),
            })
        };
        report.add(
            Diagnostic::new(
                Code::DuplicateId,
                Location::file(&shown(path)),
                Localized::text(
                    format!(
                        "`{part}` và `{known}` chỉ khác nhau ở chữ hoa, chữ thường: trên \
                         Windows và macOS tệp này sẽ thay tệp kia"
                    ),
                    format!(
                        "`{part}` and `{known}` differ only in case: on Windows and macOS one \
                         takes the place of the other"
                    ),
                ),
                Localized::text("tệp này", "this file"),
                Localized::text("đổi tên một trong hai", "rename one of the two"),
            )
            .with_related(
                Location::file(&shown(known)),
                Localized::text("tên kia", "the other name"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_known_whatever_their_case_and_ending() {
        assert!(
            ["con", "CON", "nul.txt", "Aux.tar.gz", "com1", "LPT9.html"].into_iter().all(is_device)
        );
        assert!(
            !["con-dao", "con2", "com", "com0", "com10", "icon.svg", "nuling"]
                .into_iter()
                .any(is_device)
        );
    }
}
