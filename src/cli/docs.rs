//! `minhbach docs`: writes the documentation that is in the program to a folder and says where a
//! page of it is.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use super::{FAILURE, say};
use crate::docs::{self, Page, WriteError};
use crate::language::{Language, Localized, cause};

/// What `docs` was asked for.
pub struct Asked {
    /// A page, such as `host` or `diagnostics#goal-differs`; the contents where it is not said.
    pub topic: Option<String>,
    /// Where the pages go; a folder of the user's own where it is not said.
    pub out: Option<PathBuf>,
    /// Whether the page is opened too.
    pub open: bool,
}

pub fn run(asked: &Asked, language: Language) -> ExitCode {
    let topic = asked.topic.as_deref().unwrap_or("README");
    let Some((page, anchor)) = docs::find(topic) else {
        say(&unknown(topic), language);
        return ExitCode::from(FAILURE);
    };
    let folder = asked.out.clone().unwrap_or_else(own_folder);
    if let Err(error) = docs::write(&folder, &docs::files()) {
        say(&unwritten(&error), language);
        return ExitCode::from(FAILURE);
    }
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let address = address(&folder, &page.path(language), anchor.as_deref());
    // A reader that closes the pipe early is no failure.
    let _ = writeln!(std::io::stdout().lock(), "{address}");
    if asked.open && !is_opened(&address) {
        let message = Localized::text(
            "không mở được trình duyệt; hãy mở địa chỉ trên",
            "the browser could not be opened; open the address above",
        );
        say(&message, language);
        return ExitCode::from(FAILURE);
    }
    ExitCode::SUCCESS
}

/// Where programs of this system keep what can be made again.
fn own_folder() -> PathBuf {
    let variable =
        |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    cache
        .unwrap_or_else(std::env::temp_dir)
        .join("minhbach")
        .join(concat!("docs-", env!("CARGO_PKG_VERSION")))
}

/// The address of a page, as a browser takes it: `file:///home/lan/docs/vi/index.html`.
fn address(folder: &Path, path: &str, anchor: Option<&str>) -> String {
    let folder = folder.to_string_lossy().replace('\\', "/");
    let folder = folder.trim_start_matches("//?/").trim_end_matches('/');
    let mut address = String::from("file://");
    if !folder.starts_with('/') {
        address.push('/');
    }
    for byte in format!("{folder}/{path}").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    if let Some(anchor) = anchor {
        address.push('#');
        address.push_str(anchor);
    }
    address
}

/// Hands an address to the system's opener. Nothing reads it as a command.
fn is_opened(address: &str) -> bool {
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    Command::new(program)
        .args(before)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn unknown(topic: &str) -> Localized {
    let names = Page::ALL
        .iter()
        .map(|page| page.name.rsplit('/').next().unwrap_or(page.name))
        .filter(|name| *name != "README")
        .collect::<Vec<_>>()
        .join(", ");
    Localized::text(
        format!("không có trang `{topic}`; các trang: {names}"),
        format!("there is no page `{topic}`; the pages: {names}"),
    )
}

fn unwritten(error: &WriteError) -> Localized {
    match error {
        WriteError::NotOurs(path) => {
            let path = path.display();
            Localized::text(
                format!("thư mục `{path}` có tệp khác; hãy chọn thư mục trống bằng --out"),
                format!("the folder `{path}` holds other files; choose an empty one with --out"),
            )
        }
        WriteError::Io { path, cause } => {
            let (path, cause) = (path.display(), cause::cause(cause));
            Localized::text(
                format!("không ghi được `{path}`: {}", cause.vi),
                format!("cannot write `{path}`: {}", cause.en),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_a_browser_takes() {
        let page = "vi/reference/diagnostics.html";
        assert_eq!(
            address(Path::new("/home/Lân a"), page, Some("goal-differs")),
            "file:///home/L%C3%A2n%20a/vi/reference/diagnostics.html#goal-differs"
        );
        assert_eq!(
            address(Path::new("C:\\docs\\"), "en/index.html", None),
            "file:///C:/docs/en/index.html"
        );
    }
}
