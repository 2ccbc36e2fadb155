//! `minhbach serve`: builds the site and shows it on this machine.

use std::process::ExitCode;

use super::{build, fail, say};
use crate::language::{Language, Localized};
use crate::{BuildOptions, Failure};

pub fn run(options: &BuildOptions, port: u16, language: Language) -> ExitCode {
    if let Err(code) = build::build(options, language) {
        return code;
    }
    let started = |address: std::net::SocketAddr| {
        say(&Localized::text(format!("xem tại http://{address}/ — dừng bằng Ctrl+C"), format!("see http://{address}/ — stop with Ctrl+C")), language);
    };
    match crate::serve::serve(&options.out, port, started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => fail(
            Failure::World(Localized::text(
                format!("không mở được cổng {port}: {cause}; thử --port khác"),
                format!("cannot listen on port {port}: {cause}; try another --port"),
            )),
            language,
        ),
    }
}
