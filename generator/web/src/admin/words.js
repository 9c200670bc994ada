/*
 * The words of the editor: what Decap's Vietnamese lacks, and what it says otherwise than this
 * site does. Saving here is sending for review, and nobody publishes here.
 */
export const WORDS = {
  auth: {
    loginWithAzure: "Đăng nhập bằng Azure",
    loginWithForgejo: "Đăng nhập bằng Forgejo",
  },
  app: {
    header: { content: "Nội dung", workflow: "Đang chờ duyệt", media: "Ảnh", quickAdd: "Thêm mới" },
    app: {
      errorHeader: "Chưa mở được trình soạn thảo",
      configErrors: "Cấu hình có lỗi",
      checkConfigYml: "Báo cho người quản trị.",
      loadingConfig: "Đang mở…",
      waitingBackend: "Đang nối với kho dữ liệu…",
    },
  },
  collection: {
    sidebar: {
      collections: "Nội dung",
      allCollections: "Mọi mục",
      searchAll: "Tìm trong mọi mục",
      searchIn: "Tìm trong",
    },
    collectionTop: {
      viewAs: "Xem dạng",
      viewAsList: "Xem dạng danh sách",
      viewAsGrid: "Xem dạng ô",
      newButton: "Thêm %{collectionLabel}",
      newButtonAriaLabel: "Thêm %{collectionLabel}",
      searchResults: "Kết quả tìm “%{searchTerm}”",
      searchResultsInCollection: "Kết quả tìm “%{searchTerm}” trong %{collection}",
      groupBy: "Nhóm theo",
    },
    entries: {
      loadingEntries: "Đang tải…",
      cachingEntries: "Đang tải về máy…",
      longerLoading: "Có thể mất vài phút",
      noEntries: "Chưa có mục nào",
      unpublishedHeader: "Đang chờ duyệt",
    },
    groups: { other: "Khác", negateLabel: "Không phải %{label}" },
  },
  editor: {
    editorControl: { field: { widgetLabel: "Ô %{widgetLabel}" } },
    editorControlPane: {
      widget: {
        required: "%{fieldLabel}: chưa ghi.",
        regexPattern: "%{fieldLabel}: %{pattern}",
        processing: "%{fieldLabel}: đang xử lý.",
        range: "%{fieldLabel}: từ %{minValue} đến %{maxValue}.",
        min: "%{fieldLabel}: ít nhất %{minValue}.",
        max: "%{fieldLabel}: nhiều nhất %{maxValue}.",
        rangeCount: "%{fieldLabel}: từ %{minCount} đến %{maxCount} mục.",
        rangeCountExact: "%{fieldLabel}: đúng %{count} mục.",
        rangeMin: "%{fieldLabel}: ít nhất %{minCount} mục.",
        rangeMax: "%{fieldLabel}: nhiều nhất %{maxCount} mục.",
      },
      i18n: {
        writingInLocale: "Đang viết bằng %{locale}",
        copyFromLocale: "Chép từ ngôn ngữ khác",
        copyFromLocaleConfirm: "Chép nội dung từ %{locale}?\nNội dung đang có sẽ bị thay.",
      },
    },
    editor: {
      onLeavePage: "Rời trang này? Những gì chưa lưu sẽ mất.",
      onUpdatingWithUnsavedChanges: "Còn thay đổi chưa lưu: lưu rồi hãy đổi tình trạng.",
      onDeleteUnpublishedChanges: "Bỏ mọi thay đổi đang chờ duyệt của mục này?",
      onDeleteUnpublishedChangesWithUnsavedChanges:
        "Bỏ mọi thay đổi đang chờ duyệt của mục này, cả những gì chưa lưu?",
      loadingEntry: "Đang mở…",
      confirmLoadBackup: "Máy này còn giữ một bản chưa lưu của mục này. Dùng bản đó?",
    },
    editorInterface: {
      toggleI18n: "Bật, tắt nhiều ngôn ngữ",
      togglePreview: "Bật, tắt xem trước",
      toggleScrollSync: "Cuộn cùng nhau",
      toggleNotes: "Bật, tắt ghi chú",
    },
    editorNotesPane: {
      title: "Ghi chú",
      emptyState: "Chưa có ghi chú. Viết ghi chú đầu tiên ở dưới.",
      addNote: "Thêm ghi chú",
      addPlaceholder: "Viết ghi chú…",
      editPlaceholder: "Sửa ghi chú…",
      save: "Lưu",
      cancel: "Thôi",
      edit: "Sửa",
      delete: "Xóa",
      resolve: "Đánh dấu đã xong",
      unresolve: "Mở lại",
      confirmDelete: "Xóa ghi chú này?",
      shortcut: "Nhấn Ctrl+Enter để thêm nhanh",
    },
    editorToolbar: {
      published: "Đã được duyệt",
      duplicate: "Chép thành mục mới",
      deleteUnpublishedChanges: "Bỏ thay đổi đang chờ duyệt",
      deleteUnpublishedEntry: "Bỏ mục đang chờ duyệt",
      deleteEntry: "Xóa mục này",
      saving: "Đang lưu…",
      save: "Lưu",
      statusInfoTooltipDraft:
        "Mục đang là bản nháp. Viết xong thì đổi tình trạng thành “Chờ duyệt”.",
      statusInfoTooltipInReview: "Mục đang chờ duyệt. Vẫn sửa tiếp được cho đến khi duyệt xong.",
      deleting: "Đang xóa…",
      updating: "Đang đổi…",
      status: "Tình trạng: %{status}",
      backCollection: "%{collectionLabel}",
      unsavedChanges: "Chưa lưu",
      changesSaved: "Đã lưu",
      draft: "Bản nháp",
      inReview: "Chờ duyệt",
      ready: "Duyệt được",
    },
    editorWidgets: {
      markdown: {
        bold: "Đậm",
        italic: "Nghiêng",
        strikethrough: "Gạch ngang",
        code: "Mã",
        link: "Liên kết",
        linkPrompt: "Địa chỉ của liên kết",
        headings: "Tiêu đề",
        quote: "Trích dẫn",
        bulletedList: "Danh sách dấu chấm",
        numberedList: "Danh sách đánh số",
        addComponent: "Chèn thành phần",
        toggleMode: { rich: "Chuyển sang dạng có định dạng", markdown: "Chuyển sang dạng Markdown" },
      },
      image: {
        choose: "Chọn ảnh",
        chooseMultiple: "Chọn nhiều ảnh",
        chooseUrl: "Lấy từ địa chỉ",
        replaceUrl: "Thay bằng địa chỉ",
        promptUrl: "Địa chỉ của ảnh",
        chooseDifferent: "Chọn ảnh khác",
        addMore: "Thêm ảnh",
        remove: "Bỏ ảnh",
        removeAll: "Bỏ mọi ảnh",
      },
      file: {
        choose: "Chọn tệp",
        chooseUrl: "Lấy từ địa chỉ",
        chooseMultiple: "Chọn nhiều tệp",
        replaceUrl: "Thay bằng địa chỉ",
        promptUrl: "Địa chỉ của tệp",
        chooseDifferent: "Chọn tệp khác",
        addMore: "Thêm tệp",
        remove: "Bỏ tệp",
        removeAll: "Bỏ mọi tệp",
      },
      datetime: { now: "Hôm nay", clear: "Xóa", setToNow: "Chọn ngày hôm nay" },
      list: { add: "Thêm: %{item}", addType: "Thêm: %{item}" },
      object: { expand: "Mở ra", collapse: "Thu lại" },
    },
  },
  mediaLibrary: {
    mediaLibraryCard: {
      copy: "Chép",
      copyUrl: "Chép địa chỉ",
      copyPath: "Chép đường dẫn",
      copyName: "Chép tên",
      copied: "Đã chép",
    },
    mediaLibraryModal: {
      close: "Đóng",
      images: "Ảnh",
      mediaAssets: "Ảnh",
      noResults: "Không tìm thấy.",
      noAssetsFound: "Chưa có ảnh.",
      noImagesFound: "Chưa có ảnh.",
      search: "Tìm…",
      upload: "Tải ảnh lên",
      uploading: "Đang tải lên…",
      chooseSelected: "Dùng ảnh đã chọn",
      deleteSelected: "Xóa ảnh đã chọn",
      download: "Tải về",
    },
  },
  ui: {
    default: { goBackToSite: "Về trang chính" },
    errorBoundary: {
      title: "Có lỗi",
      details: "Trình soạn thảo gặp lỗi. Tải lại trang; nếu vẫn lỗi, ",
      reportIt: "báo cho nơi làm ra trình soạn thảo.",
      privacyWarning: "Báo lỗi sẽ mở sẵn nội dung lỗi.\nXem lại và xóa những gì riêng tư trước khi gửi.",
      recoveredEntry: {
        heading: "Nội dung còn giữ được",
        warning: "Chép nội dung này ra chỗ khác trước khi rời trang!",
        copyButtonLabel: "Chép",
      },
    },
    settingsDropdown: { logOut: "Đăng xuất", account: "Tài khoản" },
    toast: {
      onFailToLoadEntries: "Không mở được: %{details}",
      onFailToPersist: "Chưa lưu được. %{details}",
      onFailToDelete: "Chưa xóa được: %{details}",
      onFailToUpdateStatus: "Chưa đổi được tình trạng: %{details}",
      missingRequiredField: "Còn chỗ bắt buộc chưa ghi. Ghi đủ rồi lưu lại.",
      entrySaved: "Đã lưu và gửi đi duyệt",
      entryUpdated: "Đã đổi tình trạng",
      onDeleteUnpublishedChanges: "Đã bỏ thay đổi đang chờ duyệt",
      noteAdded: "Đã thêm ghi chú",
      onFailToAddNote: "Chưa thêm được ghi chú: %{details}",
      noteUpdated: "Đã sửa ghi chú",
      onFailToUpdateNote: "Chưa sửa được ghi chú: %{details}",
      noteDeleted: "Đã xóa ghi chú",
      onFailToDeleteNote: "Chưa xóa được ghi chú: %{details}",
      noteResolved: "Ghi chú đã xong",
      noteReopened: "Đã mở lại ghi chú",
      onFailToToggleNote: "Chưa đổi được ghi chú: %{details}",
      onLoggedOut: "Phiên đăng nhập đã hết. Chép những gì chưa lưu rồi đăng nhập lại",
      onBackendDown: "Nền tảng đang gặp sự cố. Xem %{details}",
    },
  },
  workflow: {
    workflow: {
      loading: "Đang tải các mục chờ duyệt",
      workflowHeading: "Đang chờ duyệt",
      newPost: "Thêm mới",
      description: "%{smart_count} mục đang chờ duyệt, %{readyCount} mục duyệt được.",
      dateFormat: "DD/MM/YYYY",
    },
    workflowCard: {
      lastChange: "%{date}, %{author}",
      lastChangeNoDate: "%{author}",
      deleteChanges: "Bỏ thay đổi",
      deleteNewEntry: "Bỏ mục mới",
    },
    workflowList: {
      onDeleteEntry: "Bỏ mục này khỏi hàng chờ duyệt?",
      draftHeader: "Bản nháp",
      inReviewHeader: "Chờ duyệt",
      readyHeader: "Duyệt được",
      currentEntries: "%{smart_count} mục",
    },
  },
}

/* What Decap and its parts say in English wherever they are, by no key of any language. */
const FIXED = new Map([
  ["No options", "Không có gì để chọn"],
  ["Loading...", "Đang tải…"],
  ["Fork the repo", "Tạo bản sao"],
  ["Don't fork the repo", "Thôi"],
  [
    "Open Authoring is enabled: we need to use a fork on your github account. (If a fork already exists, we'll use that.)",
    "Tài khoản này chưa được ghi thẳng vào kho dữ liệu, nên cần một bản sao của kho trong tài khoản để gửi đi duyệt. Có bản sao rồi thì dùng lại.",
  ],
  [
    "Open Authoring is enabled: we need to use a fork on your Forgejo account. (If a fork already exists, we'll use that.)",
    "Tài khoản này chưa được ghi thẳng vào kho dữ liệu, nên cần một bản sao của kho trong tài khoản để gửi đi duyệt. Có bản sao rồi thì dùng lại.",
  ],
])

/** Puts Vietnamese in the place of what cannot be translated otherwise, as it appears. */
export function translateTheRest(root) {
  const translate = node => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const said = FIXED.get(text.data)
      if (said) text.data = said
    }
  }
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) translate(node)
  }).observe(root.ownerDocument.body, { childList: true, subtree: true })
}
