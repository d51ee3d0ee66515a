/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm?module"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=16384,s=4294967295,i=0,o=1,a=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[a]:super[Symbol.hasInstance](e)}get[a](){return!0}constructor(t,e,r){
super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function n(t,e,r){throw new LoraError(t,e,r)}var h={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${u}`}
function c(t,r){const s=Object.keys(e),[i]=s.filter(r=>e[r]===t)
n(i,`${r}: ${h[i]??i}`)}var u="",d=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),l=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),p={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...l.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,space:void 0,cautious:!1,engine:void 0
},m=Object.fromEntries([...l.keys(),"betas"].map(t=>[t,void 0])),f=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),_=t=>t.length>80?`${t.slice(0,79)}…`:t,g=t=>_(JSON.stringify(t))
function y(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const i=[s]
for(let o=1;o<=e.length;o++){const a=r[o-1]+Number(t[s-1]!==e[o-1])
i.push(Math.min(a,r[o]+1,i[o-1]+1))}r=i}return r[e.length]}function b(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",i=Math.floor(r.length/3)+1
for(const t of e){const e=y(r,t.toLowerCase())
e<i&&([s,i]=[t,e])}return s&&` (did you mean ${_(s)}?)`}var v=t=>Object.prototype.toString.call(t).slice(8,-1),w=t=>"string"==typeof t?g(t):_(Object(t)===t?v(t):String(t)),A=(t,e,r,s="LORA_E_TYPE")=>n(s,`${t} must be ${e}, got ${w(r)}`)
function O(t,e,r){const s=R(t,e)
s!==r&&n("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function E(t,e,r,s){const i=R(t,e),o=i/r;(!Number.isInteger(o)||o<1||o>s)&&n("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${i} numbers`)
return o}function R(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===v(e))||A(t,"a Float32Array",e)
return e.length}function L(t,e){"number"!=typeof e&&A(t,"a number",e)
Number.isFinite(Math.fround(e))||n("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function S(t,e,r,s,i="LORA_E_RANGE"){"number"!=typeof e&&A(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&n(i,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function k(t,e){const r=L(t,e)
r<0&&n("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function j(t,e){const r=L(t,e)
r>0||n("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function I(t){const e=L("share",t)
e>=0&&e<=1||n("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function N(t,e,r){const s=r.indexOf(e)
s<0&&n("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${w(e)}`+b(e,r)+u)
return s}function $(t,e,r){return r.get(e)??N(t,e,[...r.keys()])}function M(t,e){"boolean"!=typeof e&&A(t,"true or false",e)
return e}function F(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function P(t,e,r){F(e)||A(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
n("LORA_E_OPTION",`${t} has no option ${_(s)}${b(s,e)}; it has ${e.join(", ")}`+u)}}function x(t,e,r){P(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var T,C=/* @__PURE__ */Symbol.for("microlora 0.1.0"),B=globalThis
function z(t){const e=t?.[C]
"function"==typeof e&&e()
const r=T
T=void 0
return r}var D=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,C,{value:e=>{void 0===e?T=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:z(t)??A("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return z(this)?.i??"Object"}toJSON(){return H(this).p()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=z(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.i} ${r(s.p(),e)}`}}
function W(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:H}=D
function q(t,e,r,s,i){const o=z(r)
if(o instanceof s)return o
void 0===o&&void 0!==function(t){let e
const r=t?.[C]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&n(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return A(t,e,r,i)}var G=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),U=class extends D{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[G],configurable:!0})}free(){H(this).t()}[G](){this.free()}},J=[1,2,3,4,5],Y=[[1,0,2,0,-1],[0,1,0,-2,1]],V=[[1,2,0,0,4],[0,2,4,0,-2]],Q=[1,0,-1,2,.5],X=[2,3,1,4,10],K=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],Z=/* @__PURE__ */new Map
function tt(t,e){Z.set(t,e)
return t}var et,rt,st=4293918720,it="this is not the microlora.wasm of this release: take the one beside this script",ot=(t=16777216)=>S("memory (bytes)",t,131072,st),at=class{i="Engine"
E=!0
wa=Z
f=new Float32Array(0)
O="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.c.lora_free(t)):void 0
constructor(t){const e=t.exports
6!==e.lora_version?.()&&n("LORA_E_MODULE",it)
this.P=e.memory
this.c={...e}
this.Q=1===this.c.lora_simd()}p(){return{simd:this.Q,memoryUsage:this.F()}}F(){return{used:this.c.lora_memory_used(),free:this.c.lora_memory_free(),largestFree:this.c.lora_memory_largest_free()}}m(t,e){return new Float32Array(this.P.buffer,t>>>0,e)}R(t){this.c.lora_grow(t)<0&&n("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.q()}q(){const t=this.c
this.f=this.m(t.lora_transfer(),t.lora_transfer_size())}},nt=H,Engine=class extends D{constructor(t,e,r){const s=new at(t)
s.E=r
s.R(e)
super(s)
this.simd=s.Q
W(this)}get memory(){return nt(this).P}get memoryUsage(){return nt(this).F()}grow(t){nt(this).R(S("grow: bytes",t,1,st))}},ht=t=>function(t){const{c:e,f:r}=t,s=e.lora_create(5,5,Y.length,.5,.25,0,0,1,1,0,1),i=i=>{r.set(J)
e.lora_forward(s,0,1,1)
const o=t.m(e.lora_output(s),5)
return i.every((t,e)=>t===o[e])};[Y,V].forEach((t,i)=>t.forEach((t,o)=>{r.set(t)
e.lora_write_row(s,0,i,o)}))
const o=i(X)
r.set(Q)
e.lora_adapt(s,0,1,1)
const a=i(K)
e.lora_free(s)
return o&&a}(nt(t)),ct="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ut=t=>"WebAssembly.Module"===v(t)
function dt(t){const e=x("init",void 0===t||F(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&n("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:ot(e.memory),simd:void 0===e.simd?void 0:M("simd",e.simd),warnings:M("warnings",e.warnings)}}function lt(){"object"!=typeof WebAssembly&&n("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function pt(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&n("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&n("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ut(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":it:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
n("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function mt(t){if(ut(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===v(t))(t))return t
n("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${v(t)}`)}async function ft(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function _t(t){const e=ut(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function gt(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
if(ut(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var yt=(t,{memory:e,warnings:r})=>new Engine(t,ot(e),r)
function bt(t,e){const r=yt(t,e)
ht(r)||n("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&n("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function vt(t){lt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(v(e))&&(e=await fetch(e))
if("Response"===v(e)){const{ok:t,url:r,status:s,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||n("LORA_E_MODULE",`${r} answered ${s} ${i.get("Content-Type")}, no wasm: put the file there`)}return mt(e)}(t.module)
return bt(await ft(e),t)}const r=gt(t)
if(void 0!==r){const e=yt(await ft(r),t)
if(ht(e))return e}!0===t.simd&&n("LORA_E_SIMD",ct)
const s=await(async()=>{throw new Error("the edge entry carries the SIMD build only")})().catch(t=>n("LORA_E_SIMD",ct,t)),i=yt(await ft(s),t)
ht(i)||n("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(r){return pt(r,t,e)}}function wt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&n("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(B,C,{value:t,configurable:!0})}(t)
return t}async function At(t){const e=dt(t)
if(void 0===et){rt??=vt(e).then(t=>et??=t).finally(()=>rt=void 0)
await rt}return wt(et,e)}function Ot(t){const e=dt(t)
et??=function(t){lt()
let e
try{if(void 0!==t.module){e=mt(t.module)
return bt(_t(e),t)}const r=gt(t)
if(void 0!==r){const e=yt(_t(r),t)
if(ht(e))return e}return n("LORA_E_SIMD",ct)}catch(r){return pt(r,t,e)}}(e)
return wt(et,e)}async function Et(t){return vt(dt(t))}function Rt(t,r,...s){const i=t.c[r](...s)
i===e.LORA_E_MEMORY&&n("LORA_E_MEMORY",`the arena is full: this needs ${t.c.lora_memory_wanted()} bytes in one piece, and ${t.F().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&c(i,r)
t.q()
return i}var Lt=class{i
b
d=0
constructor(t,e){this.i=t
this.b=void 0!==(r=e)?q("engine","one of init or createEngine",r,at,"LORA_E_OPTION"):H(et??n("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}G(t,...e){this.d=Rt(this.b,t,...e)
this.b.O?.register(this,this.d,this)}a(t,...e){const r=this.b.c[`lora_${t}`](this.d,...e)
return r<-1?c(r,t):r}h(){0===this.d&&c(e.LORA_E_HANDLE,"after free()")}t(){if(0!==this.d){this.b.O?.unregister(this)
this.a("free")
this.d=0}}p(){return{...this.j(),...0===this.d?{freed:!0}:this.r()}}j(){return{}}r(){return{}}},St=["A","B"],kt=(t,e)=>S(t,e,1,r,"LORA_E_SHAPE"),jt=class extends Lt{constructor(t,e,r,i){super(t,e.engine)
this.u=e.engine
this.ma=r
this.s=r+i
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&n("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===o?kt("in",e.in):kt("dim",o),h=void 0===o?kt("out",e.out):a,c=S("rank",e.rank,1,64,"LORA_E_SHAPE"),u=L("alpha",e.alpha),d=S("batch",e.batch,1,1024),l=$("optimizer",e.optimizer,f),p=e.optimizer,_=S("seed",e.seed,0,2**32-1),g=M("sharedIO",e.sharedIO),y=void 0!==o
this.G("lora_create",a,h,c,u,void 0===e.learningRate?this.b.c.lora_default_rate(l,a):k("learningRate",e.learningRate),l,_,(y?1:0)+(g?2:0),r,i,d)
this.dim=a
this.in=a
this.out=h
this.rank=c
this.alpha=u
this.batch=d
this.seed=_
this.sharedIO=g
this.residual=y
this.optimizer=p
try{this.v(s,function(t){const e=Object.fromEntries(Object.keys(m).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.t()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}j(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}}get H(){return this.a("option",0,0)}v(t,r){for(const[s,i,o]of function(t){const e=x("options",t,m),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||A("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>k("betas",t))
t<1&&s<1&&t**2<s||n("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of l)void 0!==e[t]&&r.push([t,s,k(t,e[t])])
return r}(r)){const r=this.b.c.lora_set_option(this.d,t,i,o)
r===e.LORA_E_RANGE&&n("LORA_E_RANGE",`${s} is out of its range, got ${o}; see the types`)
r<0&&c(r,s)}}S(t){const e=this.g(t),[r,s]=St.map((t,r)=>{const s=0===r?this.in:this.out,i=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
i.set(this.b.f.subarray(0,s),t*s)}return i})
return{A:r,B:s}}T(t,e){const r=this.g(t),{A:s,B:i}=x("setWeights",e,{A:void 0,B:void 0})
O("setWeights: A (rank, in)",s,this.rank*this.in)
O("setWeights: B (rank, out)",i,this.rank*this.out)
const{c:o,f:a}=this.b
for(const t of[!1,!0])[s,i].forEach((e,s)=>{const i=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*i,(n+1)*i))
const h=t?o.lora_write_row(this.d,r,s,n):o.lora_check(i)
h<0&&c(h,"setWeights")}})}},It=["sum","mean"],Nt={loss:void 0,delta:void 0,reduction:void 0},$t=class extends jt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
w=this.input
x=1
o(){this.h()
if(0===this.input.length){this.inputs=this.I("lora_input",this.in)
this.outputs=this.I("lora_output",this.out)
this.gradients=this.I("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}I(t,e){const r=this.b,s=r.c[t](this.d),i=r.c.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,o)=>r.m(s+o*i,e)))}U(t,e,r){const s=this.g(t),i=this.b
let o=0
if(void 0!==e||void 0!==r){O("forward: x",e,this.in)
void 0!==r&&O("forward: out",r,this.out)
i.f.set(e)
o=1}const a=i.c.lora_forward(this.d,s,1,o)
a<0&&this.k(a,"forward",s)
if(void 0!==e){this.o()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}y(t,e){const r=this.g(t),s=this.b
let i=0
if(void 0!==e){O("adapt: gradient",e,this.out)
s.f.set(e)
i=1}const o=s.c.lora_adapt(this.d,r,1,i)
o<0&&this.k(o,"adapt",r)}V(t,e=this.batch,r){const s=this.g(t),i=this.b,o="number"==typeof e,a=o?S("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):E("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&O("forwardBatch: out",r,a*this.out)
o||i.f.set(e)
const n=i.c.lora_forward(this.d,s,a,o?0:1)
n<0&&this.k(n,"forwardBatch",s)
this.x=a
if(o&&void 0===r)return
const h=this.na(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}na(t){const e=this.b,r=e.c.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.w.length===s&&this.w.byteOffset===r||(this.w=e.m(r,s))
return this.w}W(t,e){const r=this.g(t),s=this.b
let i=this.x
if(void 0!==e){i=E("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const o=s.c.lora_adapt(this.d,r,i,void 0===e?0:1)
o<0&&this.k(o,"adaptBatch",r)}l(t,e,r,s,i){const o=this.g(t),a=this.b
let h=0,c=1,u=0
if(void 0!==i){P("learn",i,Nt)
const t=i
void 0!==t.loss&&(h=$("loss",t.loss,d))
void 0!==t.reduction&&(u=N("reduction",t.reduction,It))
void 0!==t.delta&&(c=j("delta",t.delta))
1===u&&2===h&&n("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}O("learn: x",e,s*this.in)
O("learn: target",r,s*this.out)
a.f.set(e)
a.f.set(r,e.length)
const l=a.c.lora_learn(this.d,o,s,h,c,u)
l<-1&&this.k(l,"learn",o)
this.x=s
return l}X(t,e,r,s){const i=E("learnBatch: X",e,this.in,this.batch)
return this.l(t,e,r,i,s)}Y(t,e){const r=this.g(t),{b:s,d:i}=this,o=s.c.lora_adapt_with_reward(i,r,L("reward",e))
o<0&&this.k(o,"adaptWithReward",r)}k(t,r,s){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&n("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}c(t,r)}},Mt="EmbeddingSpace",Ft=H,Pt=2**32-1,xt={dim:void 0,directions:void 0,engine:void 0},Tt=class extends Lt{input=new Float32Array(0)
output=this.input
constructor(t){const e=x(Mt,t,xt)
super(Mt,e.engine)
this.u=e.engine
this.dim=S("dim",e.dim,1,r,"LORA_E_SHAPE")
const s=Math.min(this.dim-1,64)
this.directions=S("directions",void 0===e.directions?Math.min(32,s):e.directions,0,s)
this.G("lora_space_create",this.dim,this.directions)}j(){const{dim:t,directions:e}=this
return{dim:t,directions:e}}r(){return{documentCount:this.a("space_count",i),queryCount:this.a("space_count",o),spread:this.a("space_spread"),frozen:this.J()}}J(){return 1===this.a("space_is_frozen")}o(){this.h()
if(0!==this.input.length)return
const{b:t,d:e,dim:r}=this
this.input=t.m(t.c.lora_space_input(e),r)
this.output=t.m(t.c.lora_space_output(e),r)}l(t,e,r){const s=E(t,r,this.dim,Pt)
e===i&&this.J()&&n("LORA_E_STATE",`${t}: the space is frozen; freeze(false) lets it learn again`)
const{c:o}=this.b,a=t=>t/this.dim
s>64&&this.K(t,r,t=>o.lora_space_check(this.d,a(t)))
this.K(t,r,t=>o.lora_space_learn(this.d,e,a(t)))}K(t,e,r){const s=this.b
this.a("space_reserve",Math.min(64,e.length/this.dim))
s.q()
const i=64*this.dim
for(let o=0;o<e.length;o+=i){const a=e.subarray(o,o+i)
s.f.set(a)
const n=r(a.length,o)
n<0&&c(n,t)}}Z(t,e,r,s){this.o()
const{c:i,f:o}=this.b
if(void 0===r&&void 0===s){const r=i.lora_space_map_input(this.d,e)
r<0&&c(r,t)
return}O(t,r,this.dim)
const a=r,n=void 0===s?new Float32Array(this.dim):s
O(`${t}: out`,n,this.dim)
o.set(a)
const h=i.lora_space_map(this.d,e,1)
h<0&&c(h,t)
this.input.set(a)
this.output.set(o.subarray(0,this.dim))
n.set(this.output)
return n}_(t,e,r,s){E(t,r,this.dim,Pt)
void 0!==s&&O(`${t}: out`,s,r.length)
const i=new Float32Array(r.length),{b:o}=this
this.K(t,r,(t,r)=>{const s=o.c.lora_space_map(this.d,e,t/this.dim)
i.set(o.f.subarray(0,t),r)
return s})
if(void 0===s)return i
s.set(i)
return s}$(){return this.b.f.slice(0,this.dim)}oa(){const[t,e]=[i,o].map(t=>{this.a("space_mean",t)
return this.$()}),r=new Float32Array(this.directions*this.dim),s=new Float32Array(this.directions)
for(let t=0;t<this.directions;t++){s[t]=this.a("space_direction",t)
r.set(this.$(),t*this.dim)}return{documentMean:t,queryMean:e,directions:r,scales:s}}z(t){const r=Ct("copyFrom",t)
this.h()
r.h()
r.b!==this.b&&n("LORA_E_OPTION","copyFrom: the two are in different engines")
const s=this.b.c.lora_space_copy(this.d,r.d)
s===e.LORA_E_SHAPE&&n("LORA_E_SHAPE","copyFrom: dim or directions differ")
s<0&&c(s,"copyFrom")}},Ct=(t,e)=>q(t,`an ${Mt}`,e,Tt),EmbeddingSpace=class t extends U{static i=tt(Mt,this)
constructor(t){const e=new Tt(t)
super(e)
this.dim=e.dim
this.directions=e.directions
W(this)}learnDocuments(t){Ft(this).l("learnDocuments",i,t)}learnQueries(t){Ft(this).l("learnQueries",o,t)}document(t,e){return Ft(this).Z("document",i,t,e)}query(t,e){return Ft(this).Z("query",o,t,e)}documents(t,e){return Ft(this)._("documents",i,t,e)}queries(t,e){return Ft(this)._("queries",o,t,e)}get input(){const t=Ft(this)
t.o()
return t.input}get output(){const t=Ft(this)
t.o()
return t.output}get documentCount(){return Ft(this).a("space_count",i)}get queryCount(){return Ft(this).a("space_count",o)}get spread(){return Ft(this).a("space_spread")}get frozen(){return Ft(this).J()}freeze(t=!0){Ft(this).a("space_freeze",Number(M("freeze",t)))}export(){return Ft(this).oa()}clone(){const e=Ft(this)
e.h()
const r=new t({...e.j(),engine:e.u})
Ft(r).z(this)
return r}copyFrom(t){Ft(this).z(t)}reset(){Ft(this).a("space_reset")}},Bt=class extends $t{C
constructor(t,e,r,s){super(t,function(t){const e=M("cautious",t.cautious)
if(void 0===t.space){e&&n("LORA_E_OPTION","cautious: it needs a space")
return t}const r=Ct("space",t.space)
r.h()
const s=void 0!==t.in||void 0!==t.out,i=t.dim??(s?void 0:r.dim)
return{...t,dim:i,engine:t.engine??r.u}}(e),r,s)
this.space=e.space
this.cautious=e.cautious
if(void 0!==this.space)try{this.C=Ct("space",this.space)
this.pa(this.C)}catch(t){this.t()
throw t}}pa(t){t.b!==this.b&&n("LORA_E_OPTION","space: it is in another engine")
const r=this.b.c.lora_join_space(this.d,t.d,Number(this.cautious))
if(r===e.LORA_E_SHAPE){const e=this.in===this.out?this.in:`${this.in} and ${this.out}`
n("LORA_E_SHAPE",`space: its vectors have ${t.dim} numbers, these have ${e}`)}r<0&&c(r,"space")}j(){return{...super.j(),...void 0===this.space?{}:{space:this.space,cautious:this.cautious}}}},zt=t=>S("rank",t,1,64,"LORA_E_SHAPE")
function Dt(t,e,r,s){const[{adapters:i}]=t
for(const{adapters:e}of t){e.h()
e.b!==i.b&&n("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.s===i.s||n("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")
e.C!==i.C&&n("LORA_E_OPTION","these adapters are in different spaces; load them into one")}const o=i.aa({rank:e}),a={adapter:o,keptEnergy:1,foldError:0}
try{const e=H(o)
e.qa(i)
for(let o=0;o<i.s;o++){const i=t.filter(({adapters:t})=>t.ra(o))
i.length>0&&Wt(i,e,o,Number(r),s,a)}}catch(t){o.free()
throw t}return a}function Wt(t,e,r,s,i,o){const a=e.b,n=a.c,h=t.map(({adapters:t})=>t.rank),u=h.reduce((t,e)=>t+e,0),d=2*Math.max(...h),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),p=Rt(a,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=n.lora_sum_add(p,e.d,r,s)
t<0&&c(t,"sum")}const a=n.lora_sum_take(p,e.d,r,s,i)
a<0&&c(a,"sum")
o.keptEnergy=Math.min(o.keptEnergy,n.lora_sum_kept(p))
o.foldError=Math.max(o.foldError,n.lora_sum_lost(p))}finally{n.lora_free(p)}}var Ht=class t extends Bt{aa(t){return new(Z.get(this.i))({...this.j(),engine:this.u,...t})}ba(t){const e=e=>this.n("option",t,e)
return{...Object.fromEntries([...l].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}qa(t){const{c:e}=this.b
for(let r=0;r<this.s;r++){const s=(s,i=t.a("option",r,s))=>{const o=e.lora_set_option(this.d,r,s,i)
o<0&&c(o,"options")}
s(4,0)
s(5)
for(const t of l.values())s(t)}}ra(t){return 1===this.s||t>=this.ma||1===this.a("has_learned",t)}ca(e,r){const s=q(r,"an adapter like this one",e,t)
this.h()
s.h()
s.b!==this.b&&n("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}sa(){this.h()
const t=this.aa({})
try{H(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}z(t){const r=this.ca(t,"copyFrom"),s=this.b.c.lora_copy(this.d,r.d,0)
s===e.LORA_E_SHAPE&&n("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer, space or scopes differ; setWeights takes weights alone")
s<0&&c(s,"copyFrom")}ta(t){return Dt([{adapters:this,weight:1}],zt(t),!1,0).adapter}ua(t,e={}){const r=this.ca(t,"update"),{rank:s,maxNorm:i}=x("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Dt([{adapters:this,weight:1},{adapters:r,weight:-1}],zt(s),!1,k("update: maxNorm",i))}da(t,e,r){const s=this.g(t),{c:i,f:o}=this.b,a=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=a.subarray(t*this.in,(t+1)*this.in)
o.set(e)
const n=i.lora_merge_row(this.d,s,t,r)
n<0&&c(n,"merge")
e.set(o.subarray(0,this.in))}return a}D(t,e,r){O("W (out, in)",e,this.out*this.in)
e.set(this.da(t,e,r))
return e}ea(t){return this.da(t,new Float32Array(this.out*this.in),1)}},qt={temperature:void 0,margin:void 0,units:void 0},Gt=["spread","cosine"],Ut=[.5,.07],Jt=[2,0],Yt=class extends Ht{fa=0
ga(){const t=this.a("mean_cosine")
return{meanCosine:t>1?void 0:t,advice:void 0===this.space&&t>.5&&t<=1?`inputs have a mean cosine of ${t.toFixed(2)}: they share a direction that hides what sets them apart. Make an EmbeddingSpace, learnDocuments, and give it to the adapter as \`space\``:void 0}}L(){if(this.fa>64||++this.fa<=64||!this.b.E)return
const{advice:t}=this.ga()
if(void 0!==t){this.b.E=!1
globalThis.console?.warn(`microlora: ${t}; init({ warnings: false }) turns this off`)}}y(t,e){super.y(t,e)
this.L()}l(t,e,r,s,i){const o=super.l(t,e,r,s,i)
this.L()
return o}M(t,e,r,s,i,o={}){const a=this.g(t),h=this.b,[u,d]=function(t){const{temperature:e,margin:r,units:s}=x("contrast",t,qt)
if(void 0===r){const[t]=Gt,r=N("units",void 0===s?t:s,Gt)
return[Jt[r],j("temperature",void 0===e?Ut[r]:e)]}void 0===e&&void 0===s||n("LORA_E_OPTION","contrast: give temperature and its units (InfoNCE), or margin (triplet), not both")
return[1,j("margin",r)]}(o)
O("contrast: query",e,i*this.in)
O("contrast: positive",r,i*this.out)
const l=i+(void 0===s?0:E("contrast: negatives",s,this.out,65536-i))
l<2&&n("LORA_E_SHAPE","contrast: give at least one negative")
const p=h.c.lora_reserve(this.d,i,l)
p<0&&c(p,"contrast")
h.q()
const m=h.f
m.set(e)
m.set(r,e.length)
void 0!==s&&m.set(s,e.length+r.length)
const f=h.c.lora_contrast(this.d,a,i,l,u,d)
f<-1&&this.k(f,"contrast",a)
this.x=i
this.L()
return f}ha(t,e,r,s,i){const o=E("contrastBatch: queries",e,this.in,this.batch)
return this.M(t,e,r,s,o,i)}N(t,e,r,s={}){const i=this.g(t),o=this.b,a=M("mapped",x("score",s,{mapped:!1}).mapped)
a&&void 0===this.space&&n("LORA_E_OPTION","mapped: these adapters are in no space")
O("score: x",e,this.in)
const h=E("score: documents",r,this.out,65536),u=o.c.lora_reserve(this.d,1,h)
u<0&&c(u,"score")
o.q()
o.f.set(e)
o.f.set(r,e.length)
const d=o.c.lora_score(this.d,i,h,Number(a))
d<0&&this.k(d,"score",i)
return o.f.slice(0,h)}ia(t,e,r,s){const i=this.N(t,e,r,s)
return Uint32Array.from(i,(t,e)=>e).sort((t,e)=>i[e]-i[t]||t-e)}ja(t,e){const r=this.g(t),s=this.b
if(void 0!==e){O("accumulate: gradient",e,this.out)
s.f.set(e)}const i=s.c.lora_accumulate(this.d,r,1,void 0===e?0:1)
i<0&&this.k(i,"accumulate",r)}ka(t){const e=this.g(t),r=this.b.c.lora_step(this.d,e)
r<0&&this.k(r,"step",e)}},Vt=H
function Qt(t){const e=Vt(t)
e.o()
return e}var Xt=class extends U{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
W(this)}get input(){return Qt(this).input}get output(){return Qt(this).output}get gradient(){return Qt(this).gradient}get inputs(){return Qt(this).inputs}get outputs(){return Qt(this).outputs}get gradients(){return Qt(this).gradients}get paramCount(){return Vt(this).a("param_count")}get learningRate(){return Vt(this).H}set learningRate(t){const e=k("learningRate",t)
Vt(this).v(s,{learningRate:e})}},Kt=H,Zt=class extends Xt{get space(){return Kt(this).space}get cautious(){return Kt(this).cautious}diagnose(){return H(this).ga()}clone(){return Kt(this).sa()}copyFrom(t){Kt(this).z(t)}resize(t){return Kt(this).ta(t)}update(t,e){return Kt(this).ua(t,e)}},te="MicroLoRA",ee=H,re=class extends Yt{r(){return{learningRate:this.H,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},se=class extends Zt{
constructor(t){const e=x(te,t,p)
super(new re(te,e,1,0))}forward(t,e){return ee(this).U(0,t,e)}adapt(t){ee(this).y(0,t)}forwardBatch(t,e){return ee(this).V(0,t,e)}adaptBatch(t){ee(this).W(0,t)}learn(t,e,r){return ee(this).l(0,t,e,1,r)}learnBatch(t,e,r){return ee(this).X(0,t,e,r)}adaptWithReward(t){ee(this).Y(0,t)}get deltaNorm(){return ee(this).a("delta_norm",0)}get adaptCount(){return ee(this).a("adapt_count",0)}get forwardCount(){return ee(this).a("forward_count",0)}getWeights(){return ee(this).S(0)}setWeights(t){
ee(this).T(0,t)}reset(){ee(this).a("reset",s)}},ie=H,MicroLoRA=class extends se{static i=tt("MicroLoRA",this)
contrast(t,e,r,s){return ie(this).M(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return ie(this).ha(0,t,e,r,s)}score(t,e,r){return ie(this).N(0,t,e,r)}order(t,e,r){return ie(this).ia(0,t,e,r)}get served(){return ie(this).a("served",0)}accumulate(t){ie(this).ja(0,t)}step(){ie(this).ka(0)}decayToBase(t){ie(this).a("decay_to_base",0,I(t))}setOptions(t){ie(this).v(s,t)}getOptions(){return ie(this).ba(0)}delta(){return ie(this).ea(0)}mergeInto(t){return ie(this).D(0,t,1)}unmergeFrom(t){
return ie(this).D(0,t,-1)}},oe=t=>Object.freeze(t.split(" ")),ae=/* @__PURE__ */oe("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),ne=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */oe("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */oe("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */oe("Aggregate GroupBy"),
shaping:/* @__PURE__ */oe("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */oe("VectorDistance Rerank")}),he="ScopedLoRA",ce=H,ue={...p,scopes:void 0,categories:void 0,categoryFallback:!0},de=class extends Yt{constructor(t){const e=x(he,t,ue),r=void 0===e.scopes?ae:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||A("scopes","an array of names",t)
S("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&n("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?ne:{})
const i=function(t,e){F(t)&&Object.values(t).every(Array.isArray)||A("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&n("LORA_E_SCOPE",`categories: there is no scope ${g(t)}${b(t,[...e.keys()])}`)
r.has(s)&&n("LORA_E_OPTION",`categories: ${_(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),o=M("categoryFallback",e.categoryFallback)
super(he,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.va=s
this.categoryFallback=o
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.la(o)}j(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.j(),scopes:t,categories:e,categoryFallback:r}}r(){return{learningRate:this.H,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}la(t){this.a("set_category_fallback",Number(M("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.va.get(t)??n("LORA_E_SCOPE",`there is no scope ${_(t)}${b(t,this.scopes)}`):S("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},le=class extends Zt{constructor(t){super(new de(t))}get scopes(){return ce(this).scopes}get categories(){return ce(this).categories}scopeName(t){const e=ce(this)
e.h()
return e.scopes[e.g(t)]}forward(t,e,r){return ce(this).U(t,e,r)}adapt(t,e){ce(this).y(t,e)}forwardBatch(t,e,r){return ce(this).V(t,e,r)}adaptBatch(t,e){ce(this).W(t,e)}learn(t,e,r,s){return ce(this).l(t,e,r,1,s)}learnBatch(t,e,r,s){return ce(this).X(t,e,r,s)}adaptWithReward(t,e){ce(this).Y(t,e)}deltaNorm(t){return ce(this).n("delta_norm",t)}adaptCount(t){return ce(this).n("adapt_count",t)}forwardCount(t){return ce(this).n("forward_count",t)}get totalAdaptCount(){
return ce(this).a("total_adapt_count")}get totalForwardCount(){return ce(this).a("total_forward_count")}get categoryFallback(){return ce(this).categoryFallback}set categoryFallback(t){ce(this).la(t)}getWeights(t){return ce(this).S(t)}setWeights(t,e){ce(this).T(t,e)}reset(t){const e=ce(this)
e.a("reset",void 0===t?s:e.g(t))}},pe=H,ScopedLoRA=class extends le{static i=tt("ScopedLoRA",this)
contrast(t,e,r,s,i){return pe(this).M(t,e,r,s,1,i)}contrastBatch(t,e,r,s,i){return pe(this).ha(t,e,r,s,i)}score(t,e,r,s){return pe(this).N(t,e,r,s)}order(t,e,r,s){return pe(this).ia(t,e,r,s)}served(t){return pe(this).n("served",t)}accumulate(t,e){pe(this).ja(t,e)}step(t){pe(this).ka(t)}decayToBase(t,e){pe(this).n("decay_to_base",t,I(e))}setOptions(t,e){const r=pe(this)
r.v(void 0===e?s:r.g(e),t)}getOptions(t){return pe(this).ba(t)}delta(t){return pe(this).ea(t)}mergeInto(t,e){return pe(this).D(t,e,1)}unmergeFrom(t,e){return pe(this).D(t,e,-1)}},me="TrajectoryBuffer",fe=H,_e=2**32-1,ge={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function ye(t,e){const r=L(t,e)
r<=0&&n("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var be=/* @__PURE__ */new Map([["operator",0],["attention",1]]),ve=class extends Lt{constructor(t){const e=x(me,t,ge)
super(me,e.engine)
this.capacity=S("capacity",e.capacity,1,_e)
this.dim=S("dim",e.dim,1,r,"LORA_E_SHAPE")
this.operators=S("operators",e.operators,1,256)
this.G("lora_trajectory_create",this.capacity,this.dim,this.operators)}j(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}r(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends U{static i=tt(me,this)
constructor(t){const e=new ve(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
W(this)}record(t,e,r,s,i){const o=fe(this)
O("embedding",t,o.dim)
S("operator",e,0,o.operators-1)
S("attention",r,0,255)
ye("executionMs",s)
ye("baselineMs",i)
const{c:a,f:n}=o.b
n.set(t)
const h=a.lora_trajectory_record(o.d,e,r,s,i)
h<0&&c(h,"record")}get length(){return fe(this).a("trajectory_length")}get totalCount(){return fe(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return fe(this).a("trajectory_success_rate")}get bestImprovement(){return fe(this).a("trajectory_best_improvement")}get meanImprovement(){return fe(this).a("trajectory_mean_improvement")}get variance(){return fe(this).a("trajectory_variance")}get bestAttention(){return fe(this).a("trajectory_best_attention")}
highQualityCount(t){return fe(this).a("trajectory_high_quality_count",L("threshold",t))}countByOperator(t){const e=fe(this)
S("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=fe(this)
S("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.b.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&A("filter: keep","a function",t)
return[...this].filter(t)}top(t){S("top: count",t,0,_e)
const e=Array.from({length:this.length},(t,e)=>({improvement:fe(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=$("statistics: by",t,be),r=(t,r)=>fe(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){S("sample: count",t,0,_e)
const r=x("sample",e,{by:"uniform",seed:1}),s=1===N("sample: by",r.by,["uniform","improvement"]),i=S("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&n("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(fe(this).a("trajectory_draw",Number(s),i,e)))}reset(){fe(this).a("trajectory_reset")}}
function we(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||n("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(s)
O(t,i,r)
return i}var Ae=class{constructor(t,e){this.i=t
this.e=e}p(){return H(this.e).p()}t(){this.e.free()}},Oe=class extends Ae{#e
#r
#s=!1
#i=-1
#o=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#i=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,we("forward_array: input",e,this.#e.dim))
this.#i=t
this.#s=!0
return r}prepare(t){if(this.#i===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#o[t]=this.hidden(t)+1
this.#i=t}forget(){this.#i=-1}hidden(t){return this.#o[t]??0}get hiddenInAll(){return this.#o.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#o=[]:this.#o[t]=0}},Ee=/* @__PURE__ */oe("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Re=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Le=H,WasmMicroLoRA=class extends U{constructor(t,e,r){const s=new MicroLoRA(Re(t,e,r))
super(new Oe("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Le(this).inputAddress}get_output_ptr(){return Le(this).outputAddress}forward(){Le(this).forward(0)}forward_array(t){return Le(this).forwardArray(0,t)}adapt(){Le(this).prepare(0)
Le(this).e.adapt()}adapt_array(t){const e=we("adapt_array: gradient",t,Le(this).e.dim)
Le(this).prepare(0)
Le(this).e.adapt(e)}adapt_with_reward(t){Le(this).prepare(0)
Le(this).e.adaptWithReward(t)}delta_norm(){return Le(this).e.deltaNorm}adapt_count(){return BigInt(Le(this).e.adaptCount)}forward_count(){return BigInt(Le(this).e.forwardCount-Le(this).hidden(0))}param_count(){return Le(this).e.paramCount}dim(){return Le(this).e.dim}reset(){Le(this).e.reset()
Le(this).reset()}},Se=H,WasmScopedLoRA=class extends U{constructor(t,e,r){const s=new ScopedLoRA(Re(t,e,r))
super(new Oe("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?ae[t]:void 0)??n("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return Se(this).inputAddress}get_output_ptr(){return Se(this).outputAddress}forward(t){Se(this).forward(t)}forward_array(t,e){return Se(this).forwardArray(t,e)}adapt(t){Se(this).prepare(t)
Se(this).e.adapt(t)}adapt_array(t,e){const r=we("adapt_array: gradient",e,Se(this).e.dim)
Se(this).prepare(t)
Se(this).e.adapt(t,r)}adapt_with_reward(t,e){Se(this).prepare(t)
Se(this).e.adaptWithReward(t,e)}delta_norm(t){return Se(this).e.deltaNorm(t)}adapt_count(t){return BigInt(Se(this).e.adaptCount(t))}forward_count(t){return BigInt(Se(this).e.forwardCount(t)-Se(this).hidden(t))}total_adapt_count(){return BigInt(Se(this).e.totalAdaptCount)}total_forward_count(){return BigInt(Se(this).e.totalForwardCount-Se(this).hiddenInAll)}set_category_fallback(t){Se(this).e.categoryFallback=t
Se(this).forget()}reset_scope(t){Se(this).e.reset(t)
Se(this).reset(t)}reset_all(){Se(this).e.reset()
Se(this).reset()}},ke=t=>H(t).e,WasmTrajectoryBuffer=class extends U{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Ae("WasmTrajectoryBuffer",r))}record(t,e,r,s,i){const o=we("record: embedding",t,ke(this).dim)
ke(this).record(o,e,r,s,i)}success_rate(){return ke(this).successRate}best_improvement(){return ke(this).bestImprovement}mean_improvement(){return ke(this).meanImprovement}variance(){return ke(this).variance}best_attention(){return ke(this).bestAttention}high_quality_count(t){return ke(this).highQualityCount(t)}count_by_operator(t){return ke(this).countByOperator(t)}len(){return ke(this).length}total_count(){return BigInt(ke(this).totalCount)}is_empty(){return ke(this).isEmpty}reset(){
ke(this).reset()}}
function je(t,e={}){Array.isArray(t)&&0!==t.length||A("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{F(t)||A("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=x("average",t,{adapter:void 0,weight:1})
return{adapters:q("average: adapter","a MicroLoRA or ScopedLoRA",e,Ht),weight:k("average: weight",r)}})
r.every(({weight:t})=>0===t)&&n("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=x("average",e,{rank:s})
return Dt(r,zt(i),!0,0)}export{Ee as COMPAT_SCOPES,ne as DEFAULT_CATEGORIES,ae as DEFAULT_SCOPES,EmbeddingSpace,LoraError,MicroLoRA,Ee as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,je as average,Et as createEngine,At as default,Ot as initSync}

