//! The simulation as a program of its own, optimised for speed. It runs in workers, and where there are none, in slices on the page's own
//! thread: `pool.js` is around it.

use std::cell::RefCell;

use js_sys::Uint8Array;
use outsourcing::pool::{Answer, Job, Server, Task};
use wasm_bindgen::prelude::*;

/// A path takes and leaves hundreds of short lists: this allocator finds room in a few steps whatever is taken.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static SERVER: RefCell<Server> = RefCell::default();
}

/// Does one task, as [`Server::answer`]: of which edition, the document where it is a new one, the job, which piece of it, whether that
/// stays here, and the pieces to put together. A piece comes back as bytes, a result as text, true where the piece stays, nothing where
/// pieces that are to be put together are still on their way.
///
/// # Errors
/// In words, where it cannot be done.
#[wasm_bindgen]
pub fn serve(
    edition: u32,
    document: Option<String>,
    job: &str,
    piece: Option<u32>,
    keeps: bool,
    parts: Vec<Uint8Array>,
) -> Result<JsValue, JsValue> {
    let job = serde_json::from_str(job).ok().as_ref().and_then(Job::read);
    let (job, size) = job.ok_or_else(|| JsValue::from_str("no such job"))?;
    let piece = piece.and_then(|piece| usize::try_from(piece).ok());
    let task = Task { edition, document: document.as_deref(), job: &job, size, piece, keeps };
    SERVER.with_borrow_mut(|server| {
        let parts: Vec<Vec<u8>> = parts.iter().map(Uint8Array::to_vec).collect();
        match server.answer(&task, &parts) {
            Some(Answer::Piece(bytes)) => Ok(Uint8Array::from(bytes.as_slice()).into()),
            Some(Answer::Kept) => Ok(JsValue::TRUE),
            Some(Answer::Result(text)) => Ok(text.into()),
            Some(Answer::Failed(why)) => Err(why.into()),
            None => Ok(JsValue::UNDEFINED),
        }
    })
}

/// Keeps a piece that another worker has made, as [`Server::receive`].
#[wasm_bindgen]
pub fn receive(edition: u32, piece: u32, bytes: &[u8]) {
    if let Ok(piece) = usize::try_from(piece) {
        SERVER.with_borrow_mut(|server| server.receive(edition, piece, bytes));
    }
}
