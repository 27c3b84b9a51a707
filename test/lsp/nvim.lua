-- Drives `heqi lsp` by the client of Neovim, for test/lsp_nvim_test.py: two files of one text, as a
-- user would work on them. Prints a line a check, "ok NAME" or "FAILED NAME: …".
local heqi, folder = os.getenv("HEQI"), os.getenv("HEQI_FOLDER")
local WAIT_MS = 20000

local function check(name, good, what)
  io.stdout:write(good and ("ok " .. name .. "\n") or ("FAILED " .. name .. ": " .. vim.inspect(what) .. "\n"))
end

vim.o.hidden = true

local function main()
  local client = vim.lsp.start_client({
    name = "heqi", cmd = { heqi, "lsp" }, root_dir = folder,
    on_exit = function(code) check("the server ends well", code == 0, code) end,
  })

  local function open(name)
    vim.cmd("edit " .. folder .. "/" .. name)
    local buffer = vim.api.nvim_get_current_buf()
    vim.lsp.buf_attach_client(buffer, client)
    return buffer
  end

  local whole = open("whole.heqi")
  local members = open("members.heqi")

  local function codes(buffer)
    local found = {}
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      local data = d.user_data and d.user_data.lsp or {}
      table.insert(found, tostring(d.code or data.code))
    end
    return table.concat(found, " ")
  end

  local function lines(buffer)
    return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), "\n")
  end

  -- What a request at the first place of a text brings.
  local function ask(buffer, method, needle, more)
    local before = lines(buffer):sub(1, lines(buffer):find(needle, 1, true) - 1)
    local _, line = before:gsub("\n", "")
    local text = before:match("[^\n]*$")
    local _, units = vim.str_utfindex(text, #text)
    local params = {
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
      position = { line = line, character = units },
    }
    local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend("force", params, more or {}), WAIT_MS)
    return answers and answers[client] and answers[client].result
  end

  check("diagnostics arrive", vim.wait(WAIT_MS, function() return codes(whole):find("N101") end), codes(whole))
  check("a part has none of its own", not codes(members):find("E205"), codes(members))

  -- Typing a mistake in the part shows it there, and repairing it takes it away.
  vim.api.nvim_buf_set_lines(members, 2, 3, true, { '  party beta universty "Beta 🏭"' })
  check("a mistake is marked while typing", vim.wait(WAIT_MS, function() return codes(members):find("E126") end), codes(members))
  vim.api.nvim_buf_set_lines(members, 2, 3, true, { '  party beta university "Beta 🏭"' })
  check("and gone when repaired", vim.wait(WAIT_MS, function() return not codes(members):find("E126") end), codes(members))

  local hover = ask(whole, "textDocument/hover", "alpha pledges")
  local words = hover and table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), "\n") or ""
  check("hovering tells the capital", words:find("capital: 100.00", 1, true), hover)

  local place = ask(whole, "textDocument/definition", "alpha pledges")
  check("the definition is in the part", place and place[1] and place[1].uri == vim.uri_from_bufnr(members), place)

  local found = ask(members, "textDocument/references", "alpha", { context = { includeDeclaration = true } })
  check("references in both files", found and #found == 4, found)

  local offered = ask(whole, "textDocument/completion", "capital")
  local items = offered and vim.lsp.util.text_document_completion_list_to_complete_items(offered, "") or {}
  local labels = {}
  for _, item in ipairs(items) do labels[item.word] = true end
  check("completion offers what can be paid", labels.capital and labels.loan and not labels.alpha, items)

  local symbols = ask(whole, "textDocument/documentSymbol", "alliance")
  check("symbols", symbols and #vim.lsp.util.symbols_to_items(symbols, whole) >= 4, symbols)

  local hints = ask(whole, "textDocument/inlayHint", "alliance", { range = {
    start = { line = 0, character = 0 }, ["end"] = { line = 99, character = 0 } } })
  check("thresholds are worked out", hints and hints[1] and hints[1].label == "2 of 2 seats", hints)

  -- Renaming in one file changes both buffers.
  vim.api.nvim_set_current_buf(members)
  vim.api.nvim_win_set_cursor(0, { 2, 9 })
  vim.lsp.buf.rename("omega")
  local renamed = vim.wait(WAIT_MS, function() return lines(whole):find("liable omega", 1, true) end)
  check("renaming changes the other file", renamed, lines(whole))
  check("and this one", lines(members):find("party omega", 1, true), lines(members))

  vim.api.nvim_buf_set_lines(members, 1, 2, true, { '  party   omega   enterprise "Alpha"   lead' })
  vim.lsp.buf.formatting_sync(nil, WAIT_MS)
  check("formatting", lines(members):find('\n  party omega enterprise "Alpha" lead\n', 1, true), lines(members))

  vim.lsp.stop_client(client)
  vim.wait(WAIT_MS, function() return vim.lsp.client_is_stopped(client) end)
end

local good, problem = xpcall(main, debug.traceback)
check("the script runs", good, problem)
vim.cmd("qall!")
