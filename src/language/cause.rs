//! What the system says when a file or a port cannot be used, in both languages.

use std::io::{Error, ErrorKind};

use super::Localized;

/// The reason of a failure. What has no words here is said as the system says it.
pub fn cause(error: &Error) -> Localized {
    let (vi, en) = match error.kind() {
        ErrorKind::NotFound => ("không có tệp hay thư mục này", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("không có quyền", "permission denied"),
        ErrorKind::AlreadyExists => ("đã có tệp hay thư mục trùng tên", "it exists already"),
        ErrorKind::AddrInUse => ("chương trình khác đang dùng", "another program is using it"),
        ErrorKind::NotADirectory => ("không phải là thư mục", "not a folder"),
        ErrorKind::IsADirectory => ("là thư mục, không phải tệp", "it is a folder, not a file"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("ổ đĩa đã đầy", "the disk is full"),
        ErrorKind::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk can only be read"),
        ErrorKind::InvalidFilename => (
            "tên tệp quá dài hoặc có chữ không dùng được",
            "the name is too long or has letters that cannot be used",
        ),
        ErrorKind::ResourceBusy => ("chương trình khác đang giữ", "another program holds it"),
        ErrorKind::Interrupted => ("bị ngắt giữa chừng", "interrupted"),
        ErrorKind::Unsupported => {
            ("hệ thống này không làm được việc đó", "this system cannot do it")
        }
        _ => return Localized::from_fn(|_| error.to_string()),
    };
    Localized::text(vi, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_told_in_both_languages() {
        let missing = std::fs::read("/there/is/no/such/file").expect_err("no such file");
        assert_eq!(
            cause(&missing),
            Localized::text("không có tệp hay thư mục này", "there is no such file or folder")
        );
    }

    #[test]
    fn what_has_no_words_is_said_as_the_system_says_it() {
        assert_eq!(cause(&Error::other("links form a circle")).vi, "links form a circle");
    }
}
