//! One folder in the place of another: in one step where the system can, else in two with a way
//! back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where the old site stands between two renames.
pub fn old_name(site: &Path) -> PathBuf {
    let name = site
        .file_name()
        .map_or_else(|| "site".to_owned(), |name| name.to_string_lossy().into_owned());
    site.with_file_name(format!(".{name}.minhbach-old"))
}

/// Puts `new` at `site`. Afterwards the old site, if there was one, stands at `new` or at `old`.
pub fn replace(new: &Path, site: &Path, old: &Path) -> io::Result<()> {
    if !site.exists() {
        return fs::rename(new, site);
    }
    if swap(new, site).is_ok() {
        return Ok(());
    }
    fs::rename(site, old)?;
    fs::rename(new, site).inspect_err(|_| {
        let _ = fs::rename(old, site);
    })
}

/// Undoes a replacement that was cut off between its two renames.
pub fn recover(site: &Path, old: &Path) -> io::Result<()> {
    match (old.exists(), site.exists()) {
        (true, false) => fs::rename(old, site),
        (true, true) => fs::remove_dir_all(old),
        (false, _) => Ok(()),
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swap(left: &Path, right: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, left, CWD, right, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
