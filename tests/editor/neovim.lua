-- Drives Neovim as an author would: opens a policy, reads diagnostics, renames, formats, completes.
-- What it finds goes to standard error; any error ends it with exit code 1.

local function say(text)
  io.stderr:write(text .. "\n")
end

local function main()
  vim.opt.swapfile = false
  vim.cmd("edit tipoff_handling.policy")
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = "policyc",
    cmd = { vim.env.POLICYC, "lsp" },
    root_dir = vim.fn.getcwd(),
    init_options = { lang = "en" },
  })
  assert(client, "the server does not start")
  assert(vim.lsp.buf_attach_client(buffer, client), "the server does not attach")
  assert(vim.wait(20000, function()
    return #vim.lsp.get_active_clients() == 1 and next(vim.lsp.get_active_clients()[1].server_capabilities) ~= nil
  end, 20), "the server does not answer")

  local function request(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
    local answer = answers and answers[client]
    assert(answer, method .. ": no answer")
    assert(not answer.err, method .. ": " .. vim.inspect(answer.err))
    return answer.result
  end
  local function settled()
    request("policyc/settled", vim.NIL)
  end
  local function at(pattern)
    vim.fn.cursor(1, 1)
    assert(vim.fn.search(pattern, "cW") > 0, pattern .. " is not in the text")
    return vim.lsp.util.make_position_params(0, "utf-16")
  end
  local function codes()
    local found = {}
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      if one.severity == vim.diagnostic.severity.ERROR then
        table.insert(found, one.code or (one.user_data and one.user_data.lsp.code))
      end
    end
    return table.concat(found, " ")
  end

  settled()
  say("errors: " .. codes())

  -- A fault, and its end.
  vim.fn.append(vim.fn.line("$"), "若 则")
  vim.wait(300)
  settled()
  say("with a fault: " .. codes())
  vim.cmd("silent undo")
  vim.wait(300)
  settled()
  say("without it: " .. codes())

  -- Formatting keeps a formatted file, and mends an untidy line.
  local options = { textDocument = vim.lsp.util.make_text_document_params(), options = { tabSize = 2, insertSpaces = true } }
  say("edits of the formatter: " .. #request("textDocument/formatting", options))
  vim.fn.append(vim.fn.line("$"), "事实   甲:是否")
  vim.wait(300)
  local edits = request("textDocument/formatting", options)
  vim.lsp.util.apply_text_edits(edits, buffer, "utf-16")
  say("formatted: " .. vim.fn.getline("$"))
  vim.cmd("$delete")
  vim.wait(300)

  -- Completion at the beginning of a line, and by sound.
  local items = request("textDocument/completion", at("^body")).items
  assert(#items > 20, "only " .. #items .. " items")
  say("completed: " .. items[1].label)

  -- Rename a role wherever it stands.
  local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
  local params = at("^role \\zs\\w")
  local old = vim.fn.expand("<cword>")
  params.newName = "经办人"
  local edit = request("textDocument/rename", params)
  vim.lsp.util.apply_workspace_edit(edit, "utf-16")
  vim.wait(300)
  settled()
  local _, before = text:gsub("%f[%w_]" .. old .. "%f[^%w_]", "")
  text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
  local _, after = text:gsub("经办人", "")
  say("renamed: " .. old .. ", errors: " .. codes())
  assert(after > 1 and after <= before, "renamed " .. after .. " of " .. before)

  vim.lsp.stop_client(client)
  vim.wait(300)
end

local fine, message = pcall(main)
if not fine then
  say("failed: " .. tostring(message))
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
