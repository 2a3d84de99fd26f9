import type { nextSteps as german } from '../de/next-steps.js';
import type { SaidAs } from '../messages.js';

export const nextSteps: SaidAs<typeof german> = {
  'messages.read': 'عرض النص',
  'messages.read.title': 'نص الرسالة',
  'messages.read.links': 'بدلًا من رابط الرد تظهر هنا «…»: فهو يخص المستلم وحده.',
  'placement.silent': 'اسأل كيف تسير الأمور',
  'placement.silent.text': 'اتصل أو اكتب. ثم سجّل ما حدث أو أنهِ المرافقة.',
  'placement.again': 'البحث عن شخص آخر',
  'request.again.lead': 'بيانات الطلب السابق مدخلة هنا. غيّر ما اختلف اليوم.',
  'rematch.show': 'إلى طلب المرافقة الجديد',
  'request.follows': 'مرافقة جديدة',
  'request.follows.placement': 'إلى المرافقة السابقة',
  'board.left-out': 'سبق أن رافق هذه الأسرة',
  'board.left-out.text': 'لا يُقترح مرة أخرى بسبب طريقة انتهاء المرافقة:',
};
